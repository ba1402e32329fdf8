/**
 * Writes the Markdown files: {@code runbook.md}, for whoever is called at night, and {@code
 * readiness.md}, for whoever wants to know why. All text of others goes through one class that
 * makes it literal.
 */
@NullMarked
package io.productionguardian.render.markdown;

import org.jspecify.annotations.NullMarked;
