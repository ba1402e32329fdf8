/**
 * What a renderer is, and what it gives. A renderer turns an assessment into files; it sees no rule
 * and writes nothing. To write one, implement {@link io.productionguardian.render.Renderer} and
 * list it as a service.
 */
@NullMarked
package io.productionguardian.render;

import org.jspecify.annotations.NullMarked;
