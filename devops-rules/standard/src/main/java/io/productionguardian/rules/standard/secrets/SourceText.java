package io.productionguardian.rules.standard.secrets;

import com.google.common.base.Suppliers;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file as text, with the tree that it was read into when there is one. */
final class SourceText {

  private static final int LONGEST_COMMENT = 400;

  private static final Pattern DRAFT_OF_WORKFLOW = Pattern.compile("(.*/)?cicd[^/]*\\.ya?ml");
  private static final Pattern CODE = Pattern.compile(".*\\.(py|rb|js|ts|java|kt|go|php)");

  /** What most of that begins with which is looked for: names of secrets, and forms of tokens. */
  private static final WordSearch TELLING_WORDS =
      WordSearch.of(KnownTokens.KEYWORDS, SecretName.ENDINGS);

  private static final Function<Dossier, List<SourceText>> OF_DOSSIER = SourceText::read;

  private final String path;
  private final String text;
  private final List<Node> roots;
  private final boolean deploys;
  private final Supplier<int[]> tellingWords = Suppliers.memoize(() -> TELLING_WORDS.in(text()));
  private final Supplier<List<Assignments.Assignment>> assignments =
      Suppliers.memoize(() -> Assignments.in(this, ClearText.MOST));

  /**
   * A file.
   *
   * @param path its path
   * @param text what it says, without a byte order mark
   * @param roots the trees; none for a file of prose or code
   * @param deploys whether the repository deploys with it
   */
  SourceText(String path, String text, List<Node> roots, boolean deploys) {
    this.path = path;
    this.text = text;
    this.roots = roots;
    this.deploys = deploys;
  }

  /** All files of a dossier that are text. */
  static List<SourceText> of(Dossier dossier) {
    return dossier.derived(OF_DOSSIER);
  }

  private static List<SourceText> read(Dossier dossier) {
    return Stream.concat(
            of(dossier.inputs().files(), dossier.documents(), false),
            of(dossier.inputs().repository(), dossier.deployFiles(), true))
        .toList();
  }

  private static Stream<SourceText> of(
      Map<String, SourceFile> files, Map<String, Document> documents, boolean deploys) {
    return files.entrySet().stream()
        .filter(entry -> isText(entry.getValue()))
        .map(
            entry ->
                new SourceText(
                    entry.getValue().path(),
                    withoutMark(entry.getValue().text()),
                    Optional.ofNullable(documents.get(entry.getKey()))
                        .<List<Node>>map(Document::roots)
                        .orElse(List.of()),
                    deploys));
  }

  private static boolean isText(SourceFile file) {
    return file.fault().isEmpty() && !file.isBinary();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  String path() {
    return path;
  }

  String text() {
    return text;
  }

  List<Node> roots() {
    return roots;
  }

  /** Where the endings of secrets' names and the keywords of tokens begin, in order. */
  int[] tellingWords() {
    return tellingWords.get();
  }

  /** The values that it gives to names of secrets, as far as they are told. */
  List<Assignments.Assignment> assignments() {
    return assignments.get();
  }

  /**
   * Whether what stands there is a setting that a service gets, and no example, no comment and no
   * database that a workflow starts for a test.
   */
  boolean states(int offset) {
    return deploys && !isWorkflow() && !isProse() && !isCode() && !isComment(offset);
  }

  /** Whether it is of the repository, and not of the epic. */
  boolean isDeployFile() {
    return deploys;
  }

  boolean isWorkflow() {
    return path.contains(".github/workflows/") || DRAFT_OF_WORKFLOW.matcher(path).matches();
  }

  /** Whether it is prose with pieces of code as examples. */
  boolean isProse() {
    return path.endsWith(".md") || path.endsWith(".txt");
  }

  boolean isCode() {
    return CODE.matcher(path).matches();
  }

  boolean isComment(int offset) {
    String before = before(offset, LONGEST_COMMENT).stripLeading();
    return before.startsWith("#")
        || before.startsWith("//")
        || (path.endsWith(".sql") && before.startsWith("--"));
  }

  /** What stands before it on its line, at most so much. */
  String before(int offset, int most) {
    String before = text.substring(Math.max(0, offset - most), offset);
    return before.substring(before.lastIndexOf('\n') + 1);
  }

  /** Where a word stands in a text, without overlapping itself. */
  static IntStream occurrences(String text, String word) {
    return IntStream.iterate(
        text.indexOf(word), at -> at >= 0, at -> text.indexOf(word, at + word.length()));
  }

  /** Where each line begins. */
  int[] lines() {
    int[] starts = new int[64];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The offset of a node's first character, or -1. */
  static int offset(Node node, int[] lines) {
    int line = node.line() - 1;
    return line < lines.length ? lines[line] + node.column() - 1 : -1;
  }

  static SourceLocation place(String path, String pointer, int offset, int[] lines) {
    int found = Arrays.binarySearch(lines, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourceLocation(path, pointer, line + 1, offset - lines[line] + 1);
  }

  /** Whether members of it can be named by a pointer alone. */
  boolean isOneTree() {
    return roots.size() == 1
        && Document.Format.of(path)
            .filter(f -> f == Document.Format.JSON || f == Document.Format.YAML)
            .isPresent();
  }
}
