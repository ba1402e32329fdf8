package io.productionguardian.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epic.Change;
import io.productionguardian.testkit.Epics;
import io.productionguardian.testkit.jqwik.EpicArbitraries.EpicDomain;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

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

  /** With a seed of its own, also where others explore: it asks what some of many are like. */
  @Property(tries = 200, seed = "1")
  @AddLifecycleHook(AreOfBothKinds.class)
  void nearlyValidOnesAreOfBothKinds(@ForAll("nearlyValid") Epic epic) {
    AreOfBothKinds.SEEN.add(Assessments.judged(epic.snapshot()).approved());
  }

  static final class AreOfBothKinds implements AroundPropertyHook {
    private static final Set<Boolean> SEEN = new HashSet<>();

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      SEEN.clear();
      PropertyExecutionResult result = property.execute();
      assertThat(SEEN).containsExactlyInAnyOrder(true, false);
      return result;
    }
  }

  private static final Epic OWN =
      Epics.approvable()
          .file("consensus/artifacts/own.json", "{\"own\": {\"kept\": 1}}")
          .file("consensus/own.txt", "ours");

  @Provide
  Arbitrary<Epic> nearOwn() {
    return EpicArbitraries.from(OWN);
  }

  /** With a seed of its own, also where others explore: it asks what some of many are like. */
  @Property(tries = 500, seed = "1")
  @AddLifecycleHook(AreChangedInEachWay.class)
  void thoseNearOnesOwnAreChangedInItsOwnFilesAndMembers(@ForAll("nearOwn") Epic epic) {
    AreChangedInEachWay.SEEN.addAll(epic.edits());
    AreChangedInEachWay.SEEN.add(
        Assessments.judged(epic.snapshot()).approved() ? "approved" : "vetoed");
  }

  static final class AreChangedInEachWay implements AroundPropertyHook {
    private static final Set<String> SEEN = new HashSet<>();

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      SEEN.clear();
      PropertyExecutionResult result = property.execute();
      assertThat(SEEN)
          .contains(
              "approved",
              "vetoed",
              "without consensus/own.txt",
              "without consensus/artifacts/own.json/own",
              "without consensus/artifacts/own.json/own/kept",
              "consensus/artifacts/own.json/own/kept = \"veto\"")
          .anyMatch(edit -> edit.matches("consensus/own\\.txt of \\d+ bytes"));
      return result;
    }
  }

  @Property(tries = 300)
  @Domain(EpicDomain.class)
  void domainGivesEpicsAndChanges(@ForAll Epic epic, @ForAll Change change) {
    assertThat(change.applyTo(epic).id()).isEqualTo(Epics.approvable().id());
    assertThat(epic.edits()).hasSizeLessThanOrEqualTo(4);
  }

  /** Fails whenever something that is needed is missing, and must be told by that alone. */
  @Property(shrinking = ShrinkingMode.FULL)
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
