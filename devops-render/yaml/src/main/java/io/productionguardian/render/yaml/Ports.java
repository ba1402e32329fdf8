package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Service;
import java.util.Map;

/** The ports of a service by name. */
final class Ports {

  static final String HTTP = "http";

  private Ports() {}

  static Map<String, Integer> of(Service service) {
    ImmutableMap.Builder<String, Integer> ports = ImmutableMap.builder();
    ports.put(HTTP, service.port());
    service
        .metricsPort()
        .filter(port -> port != service.port())
        .ifPresent(port -> ports.put("metrics", port));
    return ports.buildOrThrow();
  }
}
