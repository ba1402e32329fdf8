package io.productionguardian.rules.standard.secrets;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A file's credentials, and what may be said of them: never the credentials themselves. */
public final class ClearText {

  /** Of one kind and file; nobody who has so many needs the rest told. */
  static final int MOST = 100;

  private static final int LONGEST_LINE = 4_000;
  private static final int LARGEST_FILE = 20_000;

  private final SourceText source;
  private final int[] lines;
  private final List<Credential> credentials;

  /** What must not be said. */
  private final List<String> secrets;

  /** Whether there are more, so that no whole line can be shown. */
  private final boolean more;

  /** The values of the file's trees by offset. */
  private final NavigableMap<Integer, Node> scalars = new TreeMap<>();

  private ClearText(SourceText source, Catalog catalog) {
    this.source = source;
    this.lines = source.lines();
    NavigableMap<Integer, Credential> byStart = new TreeMap<>();
    boolean cut = false;
    for (Kind kind : Kind.values()) {
      List<Credential> found = kind.in(source, catalog, MOST);
      cut |= found.size() == MOST;
      found.forEach(credential -> putUnlessOverlapping(byStart, credential));
    }
    more = cut;
    credentials = ImmutableList.copyOf(byStart.values());
    source.roots().forEach(this::collect);
    secrets =
        credentials.stream()
            .flatMap(this::spellings)
            .filter(secret -> !SecretValue.isGuessable(secret))
            .distinct()
            .collect(ImmutableList.toImmutableList());
  }

  /** What a rule says of the credentials that are of its kind. */
  static List<Violation> violations(Dossier dossier, Catalog catalog, Kind kind) {
    List<Violation> found = new ArrayList<>();
    for (SourceText source : sources(dossier, false)) {
      List<Credential> own = kind.in(source, catalog, MOST);
      if (!own.isEmpty()) {
        found.addAll(new ClearText(source, catalog).violations(own));
      }
    }
    return found;
  }

  /** Where credentials stand that open nothing of the service that is released, a line a file. */
  static List<Violation> elsewhere(Dossier dossier, Catalog catalog) {
    return sources(dossier, true).stream()
        .map(source -> new ClearText(source, catalog))
        .filter(text -> !text.credentials.isEmpty())
        .map(ClearText::summary)
        .toList();
  }

  private static List<SourceText> sources(Dossier dossier, boolean elsewhere) {
    Set<String> others = dossier.derived(Elsewhere.OF);
    return SourceText.of(dossier).stream()
        .filter(it -> elsewhere == (it.isDeployFile() && others.contains(it.path())))
        .toList();
  }

  private Violation summary() {
    Violation first = violation(credentials.get(0));
    int rest = credentials.size() - 1;
    return rest == 0
        ? Violation.at(first.place(), first.message())
        : Violation.at(first.place(), first.message() + ", and so do " + rest + " more");
  }

  /** A variable's value with references in the place of the credentials in it. */
  public static String redacted(String variable, String value, Catalog catalog) {
    String before = variable + "=";
    SourceText source = new SourceText(".env", before + value, List.of(), true);
    String after = new ClearText(source, catalog).mended(0, source.text().length());
    return after.substring(before.length());
  }

  private static void putUnlessOverlapping(
      NavigableMap<Integer, Credential> byStart, Credential credential) {
    boolean overlaps =
        Stream.of(
                Optional.ofNullable(byStart.floorEntry(credential.end())),
                Optional.ofNullable(byStart.ceilingEntry(credential.start())))
            .flatMap(Optional::stream)
            .anyMatch(other -> other.getValue().overlaps(credential));
    if (!overlaps) {
      byStart.put(credential.start(), credential);
    }
  }

  private List<Violation> violations(List<Credential> own) {
    return own.stream()
        .filter(credentials::contains)
        .distinct()
        .sorted(Comparator.comparingInt(Credential::start))
        .map(this::violation)
        .toList();
  }

  private Violation violation(Credential credential) {
    Optional<Node> node = nodeOf(credential);
    SourceLocation place =
        SourceText.place(
            source.path(),
            node.map(found -> sayable(found.pointer())).orElse(""),
            credential.start(),
            lines);
    boolean plain = node.filter(found -> found.pointer().equals(place.pointer())).isPresent();
    String message =
        isSayable(credential.message())
            ? credential.message()
            : "A credential stands in clear text";
    Violation violation = Violation.at(place, message);
    return remedy(credential, place, plain ? node : Optional.empty())
        .map(violation::remedy)
        .orElse(violation);
  }

  // What may be said

  private boolean isSayable(String text) {
    return secrets.stream().noneMatch(text::contains);
  }

  /** The pointer, or that of the nearest parent whose names are no secrets. */
  private String sayable(String pointer) {
    String said = pointer;
    while (!isSayable(said) || !isSayable(said.replace("~1", "/").replace("~0", "~"))) {
      said = said.substring(0, said.lastIndexOf('/'));
    }
    return said;
  }

  // Where it stands

  private void collect(Node node) {
    node.members().values().forEach(this::collect);
    node.items().forEach(this::collect);
    if (node.scalar().isPresent()) {
      scalars.put(SourceText.offset(node, lines), node);
    }
  }

  /** A secret as it is written, and as it reads when escapes are in it. */
  private Stream<String> spellings(Credential credential) {
    Node node = scalars.get(credential.start() - 1);
    return Stream.concat(
        Stream.of(source.text().substring(credential.start(), credential.end())),
        node == null ? Stream.of() : node.scalar().stream());
  }

  /** The value that it is, or is a part of; none for a comment, a member's name and prose. */
  private Optional<Node> nodeOf(Credential credential) {
    String secret = source.text().substring(credential.start(), credential.end());
    String head = secret.split("[\\\\\r\n]", 2)[0]; // of a key that stands on several lines
    return Optional.ofNullable(scalars.floorEntry(credential.start()))
        .map(Map.Entry::getValue)
        .filter(
            node ->
                isWithin(credential, node)
                    || node.scalar().filter(text -> text.contains(head)).isPresent());
  }

  /** Offset of what a scalar says, or -1 when it is not written as it reads. */
  private int written(Node scalar) {
    int offset = SourceText.offset(scalar, lines);
    String value = scalar.scalar().orElse("");
    if (offset < 0 || offset >= source.text().length()) {
      return -1;
    }
    char first = source.text().charAt(offset);
    int start = first == '"' || first == '\'' ? offset + 1 : offset;
    return source.text().startsWith(value, start) ? start : -1;
  }

  private boolean isWithin(Credential credential, Node scalar) {
    int start = written(scalar);
    return start >= 0
        && start <= credential.start()
        && credential.end() <= start + scalar.scalar().orElse("").length();
  }

  // How it is fixed

  private Optional<Remedy.Edit> remedy(
      Credential credential, SourceLocation place, Optional<Node> node) {
    return node.filter(found -> source.isOneTree())
        .flatMap(found -> replacement(credential, found))
        .filter(this::isSayable)
        .<Remedy.Edit>map(
            text -> Remedy.replace(Owners.DEVELOPER, place, Template.json("%s", text)))
        .or(() -> line(credential, place))
        .or(this::file)
        .filter(edit -> edit.content().filter(it -> !isSayable(it.text())).isEmpty());
  }

  /** What the value should be. */
  private Optional<String> replacement(Credential credential, Node node) {
    int start = written(node);
    String value = node.scalar().orElse("");
    if (start >= 0) {
      return isWithin(credential, node) && !more
          ? Optional.of(mended(start, start + value.length()))
          : Optional.empty();
    }
    return value.startsWith("-----BEGIN") ? Optional.of(credential.fixed()) : Optional.empty();
  }

  private Optional<Remedy.Edit> line(Credential credential, SourceLocation place) {
    int start = lines[place.line() - 1];
    int next = place.line() < lines.length ? lines[place.line()] - 1 : source.text().length();
    int end = next > start && source.text().charAt(next - 1) == '\r' ? next - 1 : next;
    boolean whole =
        credentials.stream()
            .filter(other -> other.start() < end && start < other.end())
            .allMatch(other -> start <= other.start() && other.end() <= end);
    return whole && !more && end - start <= LONGEST_LINE && credential.end() <= end
        ? Optional.of(Remedy.line(Owners.DEVELOPER, place, Template.text(mended(start, end))))
        : Optional.empty();
  }

  /** For what stands on several lines. */
  private Optional<Remedy.Edit> file() {
    return source.text().length() <= LARGEST_FILE && !more
        ? Optional.of(
            Remedy.write(
                Owners.DEVELOPER, source.path(), Template.text(mended(0, source.text().length()))))
        : Optional.empty();
  }

  /** A part of the text with all credentials in it fixed. */
  private String mended(int start, int end) {
    StringBuilder fixed = new StringBuilder();
    int at = start;
    for (Credential credential : credentials) {
      if (start <= credential.cut() && credential.cutEnd() <= end && at <= credential.cut()) {
        fixed.append(source.text(), at, credential.cut()).append(credential.fixed());
        at = credential.cutEnd();
      }
    }
    return fixed.append(source.text(), at, end).toString();
  }
}
