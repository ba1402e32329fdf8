/**
 * Tries to get an unsafe epic approved: mutations by chance, and an oracle that knows from the
 * mutation and from the files, read without the library, when an approval is an accident.
 */
@org.jspecify.annotations.NullMarked
package io.productionguardian.laws.hostile;
