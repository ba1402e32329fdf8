/**
 * What authors of rules, renderers and evidence sources test with: epics as fixtures that are
 * edited at pointers, a tester, and contracts to extend. Failures are plain {@link
 * java.lang.AssertionError}s, so that any test framework will do; only the contracts need JUnit.
 */
package io.productionguardian.testkit;
