/**
 * What a team decides about the gate itself: severities, thresholds, rules that are off with the
 * reason, the time zone. A policy belongs to its users and never to the epic that it judges.
 */
@NullMarked
package io.productionguardian.policy;

import org.jspecify.annotations.NullMarked;
