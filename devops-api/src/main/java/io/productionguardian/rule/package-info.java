/**
 * What a rule is. A rule says where and what; its metadata says who, how bad, why it matters and
 * how to fix it. To write one, implement {@link io.productionguardian.rule.Rule} and list it as a
 * service.
 */
@NullMarked
package io.productionguardian.rule;

import org.jspecify.annotations.NullMarked;
