package io.productionguardian.render.yaml;

import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Service;
import java.util.Locale;

/** Where the runbook is found. */
record RunbookAddress(EpicId epic, Service service) {

  private static final String GITHUB = "https://github.com/";

  /** The section on an alert. */
  String of(String alert) {
    return page() + "#" + slug("Issue: " + alert);
  }

  /** The page; only its path in the repository where it is not known how the host shows files. */
  private String page() {
    String path = "docs/specs/" + epic + "/" + EpicLayout.ARTIFACTS + "runbook.md";
    return service
        .repository()
        .filter(repository -> repository.startsWith(GITHUB))
        .map(repository -> repository.replaceAll("(\\.git)?/*$", "") + "/blob/HEAD/" + path)
        .orElse(path);
  }

  /** The anchor that Markdown readers make of a heading. */
  private static String slug(String heading) {
    StringBuilder slug = new StringBuilder();
    heading
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_')
        .map(c -> c == ' ' ? '-' : c)
        .forEach(slug::appendCodePoint);
    return slug.toString();
  }
}
