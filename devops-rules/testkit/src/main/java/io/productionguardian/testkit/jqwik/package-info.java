/**
 * Generators of epics for property tests with jqwik, which is needed for nothing else. They shrink
 * to the fewest edits of the approvable epic.
 */
package io.productionguardian.testkit.jqwik;
