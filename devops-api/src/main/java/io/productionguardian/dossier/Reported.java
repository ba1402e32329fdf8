package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.text.TextParsing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * What a tool's report shows.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Reported extends Evidence {

  /**
   * The report of a security scanner.
   *
   * @param node the report
   * @param tool the scanner's name
   * @param vulnerabilities what it found
   * @param image the image that was scanned; empty for sources, files and where none is named
   * @param day when it was scanned, UTC
   * @since 0.1.0
   */
  public record ScanReport(
      Node node,
      String tool,
      List<Vulnerability> vulnerabilities,
      Optional<String> image,
      Optional<LocalDate> day)
      implements Reported {

    /** Keeps copies. */
    public ScanReport {
      vulnerabilities = ImmutableList.copyOf(vulnerabilities);
    }

    /** A report that names no image and no day. */
    public ScanReport(Node node, String tool, List<Vulnerability> vulnerabilities) {
      this(node, tool, vulnerabilities, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The result of a test run (JUnit XML).
   *
   * @param node the suite
   * @param name the suite's name
   * @param tests how many tests there were
   * @param failures how many failed, errors among them
   * @param skipped how many did not run
   * @since 0.1.0
   */
  public record TestRun(Node node, String name, int tests, int failures, int skipped)
      implements Reported {

    /** Whether something ran and nothing failed. */
    public boolean passed() {
      return failures == 0 && tests > skipped;
    }
  }

  /**
   * A vulnerability that a scanner reports.
   *
   * @param node where
   * @param id its id, for instance {@code CVE-2024-3094} or the id of a scanner's rule
   * @param aliases other ids of the same vulnerability
   * @param component what has it: a package with its version, a package URL, or a file
   * @param level how grave it is
   * @param fixedIn the version that fixes it
   * @param suppression why it does not count: the justification that the report or a VEX statement
   *     gives
   * @since 0.1.0
   */
  public record Vulnerability(
      Node node,
      String id,
      Set<String> aliases,
      String component,
      Level level,
      Optional<String> fixedIn,
      Optional<String> suppression) {

    /** Keeps copies. */
    public Vulnerability {
      aliases = ImmutableSet.copyOf(aliases);
    }

    /** How grave a vulnerability is, the most severe first. */
    public enum Level {
      CRITICAL,
      HIGH,
      MEDIUM,
      LOW,
      /** The scanner says that it is of no weight. */
      NEGLIGIBLE,
      /** Nobody says how grave; taken for high where a limit is applied. */
      UNKNOWN;

      /** The level of a word that scanners use; {@link #UNKNOWN} for any other. */
      public static Level ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
          case "critical" -> CRITICAL;
          case "high", "error", "important" -> HIGH;
          case "medium", "moderate", "warning" -> MEDIUM;
          case "low", "note", "minor" -> LOW;
          case "negligible", "none", "info", "informational" -> NEGLIGIBLE;
          default -> UNKNOWN;
        };
      }

      /**
       * The level of a CVSS score.
       *
       * @param score 0 to 10; the bands are those of CVSS v3.1, section 5
       */
      public static Level ofScore(BigDecimal score) {
        double value = score.doubleValue();
        if (value < 0 || value > 10) {
          return UNKNOWN;
        }
        return value >= 9
            ? CRITICAL
            : value >= 7 ? HIGH : value >= 4 ? MEDIUM : value > 0 ? LOW : NEGLIGIBLE;
      }

      /** The name as findings state it, for instance {@code critical}. */
      public String wireName() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** Where it stands. */
    public SourceLocation place() {
      return node.place();
    }

    /** Whether it is known under that id, case and white space around it aside. */
    public boolean isKnownAs(String other) {
      String name = other.strip();
      return !name.isEmpty()
          && (name.equalsIgnoreCase(id.strip())
              || aliases.stream().map(String::strip).anyMatch(name::equalsIgnoreCase));
    }

    /** The same one, with its full weight. */
    Vulnerability unsuppressed() {
      return new Vulnerability(node, id, aliases, component, level, fixedIn, Optional.empty());
    }

    /** The same one, suppressed for a reason. */
    public Vulnerability suppressed(String reason) {
      return new Vulnerability(node, id, aliases, component, level, fixedIn, Optional.of(reason));
    }
  }

  /**
   * What a maker says of a vulnerability (VEX: OpenVEX or CycloneDX).
   *
   * @param node where
   * @param ids the vulnerability's ids
   * @param products package URLs or names of what it is said for; said of none, it clears nothing
   * @param components the parts of these products that it is said for; none for all of them
   * @param status what is said
   * @param justification why, for {@link Status#NOT_AFFECTED}
   * @since 0.1.0
   */
  public record VexStatement(
      Node node,
      Set<String> ids,
      Set<String> products,
      Set<String> components,
      Status status,
      Optional<String> justification)
      implements Reported {

    /** Keeps copies. */
    public VexStatement {
      ids = ImmutableSet.copyOf(ids);
      products = ImmutableSet.copyOf(products);
      components = ImmutableSet.copyOf(components);
    }

    /** What may be said. */
    public enum Status {
      NOT_AFFECTED,
      AFFECTED,
      FIXED,
      UNDER_INVESTIGATION
    }

    /** Whether it is a reason to let a vulnerability be: said with a justification. */
    public boolean clears() {
      return status == Status.FIXED
          || (status == Status.NOT_AFFECTED
              && justification.filter(TextParsing::isMeant).isPresent());
    }

    /** Whether it takes the weight from a vulnerability of the component that it names. */
    public boolean clears(Vulnerability vulnerability) {
      return clears() && concerns(vulnerability);
    }

    /**
     * Whether it names that vulnerability in that component itself; said of nothing, it does not.
     */
    public boolean concerns(Vulnerability vulnerability) {
      return ids.stream().anyMatch(vulnerability::isKnownAs)
          && components.isEmpty()
          && PackageCoordinate.of(vulnerability.component()).isAnyOf(products);
    }
  }

  /**
   * A document whose format is known and that shows nothing that counts, for instance a bill of
   * materials.
   *
   * @param format for instance {@code CycloneDX}
   * @since 0.1.0
   */
  public record Seen(Node node, String format) implements Reported {}
}
