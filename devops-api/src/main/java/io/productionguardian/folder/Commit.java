package io.productionguardian.folder;

import com.google.common.collect.ImmutableList;

/**
 * What was written.
 *
 * @param written paths below the folder that was written to, the decision log last; none when the
 *     same decision stood there already
 * @since 0.1.0
 */
public record Commit(ImmutableList<String> written) {}
