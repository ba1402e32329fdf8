/** What makes the tests of this project repeatable: seeds of properties, and a ban on chance. */
@org.jspecify.annotations.NullMarked
package io.productionguardian.seeds;
