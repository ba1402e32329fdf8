package io.productionguardian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract catches rules that are broken on purpose, and lets a proper one pass. */
class BrokenRulesTest {

  /** A rule on the owner of the service, which is proper unless a test makes it otherwise. */
  private static class OwnerNamed implements Rule {

    @Override
    public RuleInfo info() {
      return RuleInfo.of("owner-named", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
          .summary("The service has an owner.")
          .impact("Nobody answers for it")
          .requirement("service.owner is stated")
          .suggestion("Add service.owner to implementation.json")
          .action("name_owner")
          .build();
    }

    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return isOwned(dossier)
          ? List.of()
          : List.of(Violation.at(dossier.placeOfOperations(), "The service has no owner"));
    }

    static boolean isOwned(Dossier dossier) {
      return dossier.service().flatMap(service -> service.value().owner()).isPresent();
    }
  }

  private static final class NeverSpeaks extends OwnerNamed {
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return List.of();
    }
  }

  private static final class SpeaksOfNowhere extends OwnerNamed {
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return isOwned(dossier)
          ? List.of()
          : List.of(
              Violation.at(
                  new SourceLocation(EpicLayout.artifact("plan"), "/service/owner", 1, 1),
                  "No owner"));
    }
  }

  private static final class SpeaksOfAnotherFile extends OwnerNamed {
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return isOwned(dossier)
          ? List.of()
          : List.of(Violation.at(SourceLocation.of("services/owners.txt"), "No owner"));
    }
  }

  private static final class KeepsState extends OwnerNamed {
    private int calls;

    /** Speaks at the first two questions only, so that asking twice shows nothing. */
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      List<Violation> violations = super.check(dossier, settings);
      return violations.isEmpty() || calls++ < 2 ? violations : List.of();
    }
  }

  private static final class ReadsTheClock extends OwnerNamed {
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return Instant.now().isBefore(Instant.EPOCH) ? List.of() : super.check(dossier, settings);
    }
  }

  private static final class Throws extends OwnerNamed {
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return dossier.service().orElseThrow().value().owner().isPresent()
          ? List.of()
          : super.check(dossier, settings);
    }
  }

  private static final class MindsTheOrder extends OwnerNamed {
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      List<Violation> violations = super.check(dossier, settings);
      String first =
          dossier.root("plan").map(root -> root.members().keySet().iterator().next()).orElse("");
      return violations.stream().map(it -> Violation.at(it.place(), it.message() + first)).toList();
    }
  }

  private static final class SpeaksAlways extends OwnerNamed {
    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return List.of(Violation.at(dossier.placeOfOperations(), "The service has no owner"));
    }
  }

  @Test
  void properRuleKeepsIt() {
    assertThat(broken(OwnerNamed::new)).isEmpty();
  }

  @Test
  void ruleThatNeverSpeaksIsCaught() {
    assertThat(broken(NeverSpeaks::new))
        .containsOnlyKeys("it is not vacuous")
        .extractingByKey("it is not vacuous")
        .asString()
        .contains("rule owner-named never speaks");
  }

  @Test
  void ruleThatSpeaksOfTheWrongPlaceIsCaught() {
    assertThat(broken(SpeaksOfNowhere::new).values())
        .anyMatch(it -> it.contains("pointer /service/owner, where nothing stands"));
    assertThat(broken(SpeaksOfAnotherFile::new).values())
        .anyMatch(it -> it.contains("services/owners.txt:1:1, a file that is not there"));
  }

  @Test
  void ruleThatKeepsStateIsCaught() {
    assertThat(broken(KeepsState::new).values()).anyMatch(it -> it.contains("at one time, and "));
  }

  @Test
  void ruleThatReadsTheClockIsCaught() {
    assertThat(broken(ReadsTheClock::new))
        .extractingByKey("it reads no clock and no file")
        .asString()
        .contains("java/time/Instant.now");
  }

  @Test
  void ruleThatThrowsIsCaught() {
    assertThat(broken(Throws::new).values())
        .anyMatch(it -> it.contains("throws java.util.NoSuchElementException"));
  }

  @Test
  void ruleThatMindsTheOrderIsCaught() {
    assertThat(broken(MindsTheOrder::new)).containsOnlyKeys("it does not mind the order");
  }

  @Test
  void ruleThatSpeaksAlwaysIsCaught() {
    assertThat(broken(SpeaksAlways::new)).containsOnlyKeys("it accepts the approvable epic");
  }

  @Test
  void contractOfNothingIsNotKept() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(BrokenRulesTest::broken)
        .withMessageContaining("no rule was found");
  }

  /** The promises that rules break, with what is said of it. */
  @SafeVarargs
  private static Map<String, String> broken(Supplier<Rule>... rules) {
    RuleContract contract =
        new RuleContract() {
          @Override
          protected Stream<Rule> rules() {
            return Stream.of(rules).map(Supplier::get);
          }
        };
    return Broken.promises(contract.keepsTheContract());
  }
}
