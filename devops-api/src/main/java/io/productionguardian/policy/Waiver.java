package io.productionguardian.policy;

import io.productionguardian.document.Place;
import io.productionguardian.model.EpicId;
import java.time.LocalDate;

/**
 * That a rule's findings for one epic are let stand for a time.
 *
 * @param place where the policy says so
 * @param rule the rule's id
 * @param epic the epic, exactly
 * @param reason why
 * @param owner who answers for it
 * @param expires the last day on which it holds, in the policy's zone
 * @since 0.1.0
 */
public record Waiver(
    Place place, String rule, EpicId epic, String reason, String owner, LocalDate expires) {}
