package io.productionguardian.rules.standard;

import io.productionguardian.promql.PromQl;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which metrics a service has to export for a condition to be judged. */
public final class ExportedMetrics {

  /** What Prometheus itself, its usual exporters and client libraries export. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "up|ALERTS(_FOR_STATE)?|.*:.*"
              + "|(absent|scrape|kube|kubelet|container|machine|node|process|go|jvm|python|nodejs|ruby"
              + "|prometheus|alertmanager|apiserver|probe|pg|postgresql|mongodb|redis|kafka|nginx"
              + "|istio|envoy|traefik|haproxy|mysql|coredns|etcd|cadvisor|pushgateway|grpc|aws"
              + "|http_(server_)?requests?)_.*");

  private static final Pattern SERIES = Pattern.compile("_(bucket|sum|count|total|created|info)$");

  private ExportedMetrics() {}

  /** The metrics of a PromQL expression that only the service itself can export. */
  public static Stream<String> askedFor(PromQl condition) {
    return condition instanceof PromQl.Parsed parsed
        ? parsed.metrics().stream().filter(name -> !ELSEWHERE.matcher(name).matches())
        : Stream.of();
  }

  /** A metric's name without what each of its series adds to it. */
  public static String base(String name) {
    return SERIES.matcher(name).replaceFirst("");
  }
}
