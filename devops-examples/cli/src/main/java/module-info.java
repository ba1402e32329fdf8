/** The command line: {@code guardian check}, {@code release}, {@code rules} and {@code explain}. */
@org.jspecify.annotations.NullMarked
module io.productionguardian.cli {
  requires info.picocli;
  requires io.productionguardian.api;
  requires io.productionguardian.render.json;
  requires io.productionguardian.render.markdown;
  requires java.xml;

  uses io.productionguardian.dossier.EvidenceSource;

  // picocli sets the annotated fields
  opens io.productionguardian.cli to
      info.picocli;
}
