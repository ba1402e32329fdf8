package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;

/**
 * The report of a security scanner.
 *
 * @param node the report
 * @param tool the scanner's name
 * @param vulnerabilities what it found
 * @since 0.1.0
 */
public record ScanReport(Node node, String tool, ImmutableList<Vulnerability> vulnerabilities)
    implements Evidence {}
