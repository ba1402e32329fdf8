/**
 * Writes the JSON files: {@code deployment.json}, {@code readiness.sarif}, the attestation, the
 * line of the decision log, and an assessment for programs. Keys and their order are those of the
 * role's specification; a new file is a new {@link io.productionguardian.Renderer} beside these.
 */
@NullMarked
package io.productionguardian.render.json;

import org.jspecify.annotations.NullMarked;
