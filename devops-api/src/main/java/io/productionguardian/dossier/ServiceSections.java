package io.productionguardian.dossier;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Service.Scaling;
import io.productionguardian.text.PlainWord;
import io.productionguardian.text.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what the service is and what it runs on: {@code service}, {@code infrastructure}, {@code
 * environment}.
 */
final class ServiceSections {

  static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,50}[a-z0-9])?");
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?:[A-Za-z0-9][A-Za-z0-9.-]{0,250}(?::[0-9]{1,5})?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+){0,60}"
              + "(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,200}");
  private static final Pattern CPU =
      Pattern.compile("(?!0+(\\.0+)?m?$)[0-9]{1,9}(\\.[0-9]{1,9})?m?");
  private static final Pattern MEMORY =
      Pattern.compile("(?!0+(\\.0+)?[A-Za-z]*$)[0-9]{1,15}(\\.[0-9]{1,9})?([kMGT]|[KMGT]i)?");

  private final SectionReader read;

  ServiceSections(SectionReader read) {
    this.read = read;
  }

  Optional<Service> service(Node node) {
    Optional<String> name =
        read.text(node, "name", LABEL, "a DNS label such as \"example-api\"")
            .filter(text -> !PlainWord.isNothing(text));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Service(
            name.get(),
            read.text(
                node, "image", IMAGE, "an image reference such as registry.example.com/app:1.2.3"),
            read.orDefault(
                read.count(node, "port", 1, 65_535), "service.port", 8080, "the usual HTTP port"),
            read.count(node, "metrics_port", 1, 65_535),
            read.orDefault(
                read.text(node, "namespace", LABEL, "a DNS label"),
                "service.namespace",
                name.get(),
                "the service's name"),
            read.text(node, "owner"),
            read.text(node, "repository")));
  }

  Optional<Sourced<Resources>> resources(Node node) {
    Optional<String> cpu = read.text(node, "cpu", CPU, "a quantity of cores such as 100m");
    Optional<String> memory =
        read.checked(
            node,
            "memory",
            value ->
                value
                    .scalar()
                    .filter(text -> MEMORY.matcher(text).matches())
                    .filter(text -> Quantity.isUsable("memory", text)),
            "a quantity of memory with its unit such as 128Mi");
    if (cpu.isEmpty() || memory.isEmpty()) {
      return Optional.empty();
    }
    int replicas =
        read.orDefault(
            read.count(node, "replicas", 1, 1_000),
            "infrastructure.resources_required.replicas",
            2,
            "one replica cannot be replaced without downtime");
    return Optional.of(new Sourced<>(new Resources(cpu.get(), memory.get(), replicas), node));
  }

  Scaling scaling(Node node, Optional<Sourced<Resources>> resources) {
    int least =
        read.orDefault(
            read.count(node, "min_replicas", 1, 1_000),
            "infrastructure.scaling.min_replicas",
            resources.map(fact -> fact.value().replicas()).orElse(2),
            "the stated replicas");
    int most =
        read.orDefault(
            read.count(node, "max_replicas", 1, 1_000),
            "infrastructure.scaling.max_replicas",
            least,
            "no growth is stated");
    if (most < least) {
      read.malformed(node.get("max_replicas").orElse(node), "at least min_replicas");
    }
    return new Scaling(
        least,
        Math.max(least, most),
        read.orDefault(
            read.count(node, "target_cpu", 1, 100),
            "infrastructure.scaling.target_cpu",
            70,
            "leaves room for one replica's share"));
  }

  Map<String, Sourced<String>> environment(Node node) {
    ImmutableMap.Builder<String, Sourced<String>> variables = ImmutableMap.builder();
    node.members()
        .forEach(
            (name, value) -> {
              if (!VARIABLE.matcher(name).matches()) {
                read.malformed(value, "a variable with a name of letters, digits and _");
              } else {
                value.scalar().ifPresent(text -> variables.put(name, new Sourced<>(text, value)));
              }
            });
    return variables.buildOrThrow();
  }
}
