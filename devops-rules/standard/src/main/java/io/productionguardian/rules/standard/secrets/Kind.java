package io.productionguardian.rules.standard.secrets;

import io.productionguardian.policy.Catalog;
import java.util.List;

/** How a credential is told; what is found in several ways is the first one's. */
enum Kind {
  /** By its own form. */
  TOKEN,
  /** By its place in a URL. */
  URL,
  /** By the variable that falls back to it. */
  DEFAULT,
  /** By the name that it is given to. */
  MEMBER;

  /** What is found in that way, at most so many. */
  List<Credential> in(SourceText source, Catalog catalog, int most) {
    List<Credential> found =
        switch (this) {
          case TOKEN -> CredentialToken.in(source);
          case URL -> CredentialUrl.in(source, catalog, most);
          case DEFAULT -> CredentialDefault.in(source, most);
          case MEMBER -> CredentialMember.in(source);
        };
    return found.size() <= most ? found : found.subList(0, most);
  }
}
