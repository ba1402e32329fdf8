package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.policy.Catalog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The service as Docker Compose starts it, on the networks that all services share. */
record ComposePage(Assessment assessment, DeploymentPlan plan) {

  /** Fails when it is asked for and not given, rather than starting something else. */
  private static final String IMAGE_NOT_STATED = "${IMAGE:?no file states the image}";

  /** What must be known before the file is used, a line each. */
  List<String> comments() {
    ImmutableList.Builder<String> comments = ImmutableList.builder();
    comments.add(
        "%s for %s, iteration %s; the next release writes it anew."
            .formatted(EpicLayout.GENERATOR_MARK, assessment.epic(), assessment.iteration()));
    comments.add(
        "Use: docker compose --env-file "
            + catalog().secretsFile()
            + " --file compose.yaml up --detach");
    comments.add(
        "One container, as Prometheus asks containers of one name in turn; the Kubernetes manifests"
            + " start "
            + plan.resources().replicas()
            + ".");
    comments.add("Nothing is published on the host; the networks reach the service by its name.");
    environment()
        .referred()
        .forEach(
            name ->
                comments.add(
                    name + " is taken from the environment, as its stated value is a credential."));
    return comments.build();
  }

  Map<String, Object> tree() {
    Map<String, String> networks = networks();
    ImmutableMap.Builder<String, Object> service = ImmutableMap.builder();
    service.put("image", plan.service().image().orElse(IMAGE_NOT_STATED));
    service.put("restart", "unless-stopped");
    Map<String, String> variables = environment().interpolated();
    if (!variables.isEmpty()) {
      service.put("environment", variables);
    }
    service.put("expose", ports());
    service.put("healthcheck", healthCheck(plan.readiness()));
    service.put("deploy", ImmutableMap.of("resources", resources(plan.resources())));
    service.put("networks", List.copyOf(networks.keySet()));
    ImmutableMap.Builder<String, Object> all = ImmutableMap.builder();
    networks.forEach((key, name) -> all.put(key, ImmutableMap.of("external", true, "name", name)));
    return ImmutableMap.of(
        "services",
        ImmutableMap.of(plan.service().name(), service.buildOrThrow()),
        "networks",
        all.buildOrThrow());
  }

  private Catalog catalog() {
    return assessment.policy().catalog();
  }

  private ComposeEnvironment environment() {
    return new ComposeEnvironment(plan.environment(), catalog().llm());
  }

  /** The names of the networks by the keys under which this file knows them. */
  private Map<String, String> networks() {
    Stream<String> ofModel =
        environment().usesModel()
            ? catalog().llm().stream().flatMap(llm -> llm.networks().stream())
            : Stream.empty();
    return Stream.concat(Stream.of(catalog().appNetwork()), ofModel)
        .distinct()
        .collect(ImmutableMap.toImmutableMap(ComposePage::key, name -> name));
  }

  /** The key that Compose made the name from: a project {@code infra} puts its name in front. */
  private static String key(String network) {
    String project = network.substring(0, network.indexOf('_') + 1);
    return !project.isEmpty() && network.startsWith(project + project)
        ? network.substring(project.length())
        : network;
  }

  private List<String> ports() {
    return Stream.concat(Stream.of(plan.service().port()), plan.service().metricsPort().stream())
        .distinct()
        .map(String::valueOf)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Asks the readiness endpoint from within the container, with whichever of three programs the
   * image has. An image with none of them, or without a shell, is never healthy: what cannot be
   * asked counts as failed.
   */
  private Map<String, Object> healthCheck(Probe probe) {
    String address = Bash.word("http://127.0.0.1:" + plan.service().port() + probe.endpoint());
    String script =
        "if command -v curl; then curl -fsS -o /dev/null %s;"
            + " elif command -v wget; then wget -q -O /dev/null %s;"
            + " else python3 -c 'import sys, urllib.request as u; u.urlopen(sys.argv[1])' %s;"
            + " fi || exit 1";
    return ImmutableMap.of(
        "test",
        ImmutableList.of(
            "CMD-SHELL", ComposeEnvironment.literal(script.formatted(address, address, address))),
        "interval",
        PrometheusDurations.text(probe.intervalSeconds()),
        "timeout",
        PrometheusDurations.text(probe.timeoutSeconds()),
        "retries",
        probe.failureThreshold());
  }

  /** The plan states one amount of each, so what is kept free is what may be used. */
  private static Map<String, Object> resources(Resources resources) {
    Map<String, String> amount =
        ImmutableMap.of(
            "cpus", Quantities.cpus(resources.cpu()), "memory", memory(resources.memory()));
    return ImmutableMap.of("limits", amount, "reservations", amount);
  }

  private static String memory(String quantity) {
    BigDecimal bytes = Quantities.bytes(quantity);
    BigDecimal step = BigDecimal.valueOf(1024);
    String units = "bkmg";
    int unit = 0;
    while (unit < units.length() - 1 && bytes.remainder(step).signum() == 0) {
      bytes = bytes.divide(step);
      unit++;
    }
    return bytes.toBigInteger().toString() + units.charAt(unit);
  }
}
