package io.productionguardian.rules.standard.promql;

import java.util.Set;

/**
 * What stands between an operator and its right side.
 *
 * @param bool whether a comparison gives 0 or 1
 * @param on whether the labels are those that must agree; otherwise those that need not
 * @param labels of {@code on} or {@code ignoring}
 * @param grouped whether many samples of one side go with one of the other
 * @param included the labels that are taken over from that one
 */
record Matching(
    boolean bool, boolean on, Set<String> labels, boolean grouped, Set<String> included) {}
