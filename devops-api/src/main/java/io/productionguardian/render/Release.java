package io.productionguardian.render;

import com.google.common.collect.ImmutableList;
import io.productionguardian.engine.Assessment;

/**
 * A decision with all files that carry it out.
 *
 * @param assessment the decision
 * @param files the files that take their places, by path
 * @param logLine the line that commits them
 * @since 0.1.0
 */
public record Release(
    Assessment assessment, ImmutableList<RenderedFile> files, RenderedFile logLine) {}
