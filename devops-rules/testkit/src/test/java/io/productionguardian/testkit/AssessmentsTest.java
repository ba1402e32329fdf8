package io.productionguardian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class AssessmentsTest {

  @Test
  void approvesAndVetoesAsWanted() {
    assertThat(Assessments.approved(Epics.approvable()).plan()).isPresent();
    assertThat(Assessments.vetoed(Epics.approvable(), "One", "Two").blocking()).hasSize(2);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Assessments.approved(
                    Epics.approvable().remove("implementation", "/health_checks/readiness")))
        .withMessageContaining("is not approved");
  }
}
