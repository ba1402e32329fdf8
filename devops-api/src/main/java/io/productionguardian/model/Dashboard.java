package io.productionguardian.model;

import com.google.common.collect.ImmutableList;

/**
 * A dashboard and its panels.
 *
 * @since 0.1.0
 */
public record Dashboard(String name, ImmutableList<String> panels) {}
