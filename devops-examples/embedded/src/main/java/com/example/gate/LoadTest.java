package com.example.gate;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;

// snippet: evidence
/** What a load test measured. */
public record LoadTest(Node node, int requestsPerSecond) implements Evidence {}
// end
