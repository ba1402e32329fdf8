package io.productionguardian.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Change;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.statistics.Statistics;

class EpicArbitrariesProperties {

  @Provide
  Arbitrary<Epic> valid() {
    return EpicArbitraries.valid();
  }

  @Provide
  Arbitrary<Epic> nearlyValid() {
    return EpicArbitraries.nearlyValid();
  }

  @Property(tries = 200)
  void validOnesAreApproved(@ForAll("valid") Epic epic) {
    assertThat(Assessments.judged(epic.snapshot()).approved()).isTrue();
  }

  @Property(tries = 200)
  void nearlyValidOnesAreOfBothKinds(@ForAll("nearlyValid") Epic epic) {
    Statistics.collect(Assessments.judged(epic.snapshot()).approved());
    Statistics.coverage(
        coverage -> {
          coverage.check(true).percentage(share -> share > 5);
          coverage.check(false).percentage(share -> share > 5);
        });
  }

  @Property(tries = 300)
  @Domain(EpicDomain.class)
  void domainGivesEpicsAndChanges(@ForAll Epic epic, @ForAll Change change) {
    assertThat(change.applyTo(epic).id()).isEqualTo(Epics.approvable().id());
    assertThat(epic.edits()).hasSizeLessThanOrEqualTo(4);
  }

  /** Fails whenever something that is needed is missing, and must be told by that alone. */
  @Property
  @AddLifecycleHook(ShrinksToOneEdit.class)
  void failureIsToldByOneEdit(@ForAll("nearlyValid") Epic epic) {
    assertThat(Assessments.judged(epic.snapshot()).approved()).isTrue();
  }

  static final class ShrinksToOneEdit implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      assertThat(result.falsifiedParameters().orElseThrow())
          .singleElement()
          .satisfies(epic -> assertThat(((Epic) epic).edits()).hasSize(1));
      return result.mapToSuccessful();
    }
  }
}
