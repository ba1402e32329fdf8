package io.productionguardian.rules.standard.evidence;

import static io.productionguardian.rules.standard.RuleCase.refused;

import io.productionguardian.rules.standard.RuleCase;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;

/** What the rules on deploy files in effect refuse, beside what they accept. */
public final class DeployedCases {

  private static final Epic GOOD = Epics.approvable();
  private static final String FILE = "k8s/api.yaml";

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api}
      spec:
        replicas: 2
        template:
          spec:
            containers:
              - name: api
                image: registry.example.com/health-check:1.4.2
                ports: [{containerPort: 8080}]
                readinessProbe: {httpGet: {path: /health, port: 8080}}
                livenessProbe: {httpGet: {path: /health, port: 8080}}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {cpu: 200m, memory: 256Mi}
      """;

  private static final String COMPOSE =
      """
      services:
        api:
          image: registry.example.com/health-check:1.4.2
          healthcheck: {test: [CMD, curl, --fail, "http://localhost:8080/health"]}
          networks: [infra_app-network]
          deploy: {resources: {limits: {cpus: "0.2", memory: 256M}}}
      networks:
        infra_app-network: {external: true, name: infra_infra_app-network}
      """;

  private static RuleCase manifest(String rule, String good, String bad, String words) {
    return refused(rule, GOOD.deploys(FILE, MANIFEST.replace(good, bad)), FILE, words)
        .beside(GOOD.deploys(FILE, MANIFEST));
  }

  private static RuleCase claim(String good, String bad, String words) {
    return refused(
            "claims-deployed",
            GOOD.deploys(FILE, MANIFEST.replace(good, bad)),
            "consensus/artifacts/implementation.json",
            words)
        .beside(GOOD.deploys(FILE, MANIFEST));
  }

  private static RuleCase compose(String rule, String good, String bad, String words) {
    return refused(
            rule, GOOD.deploys("compose.yaml", COMPOSE.replace(good, bad)), "compose.yaml", words)
        .beside(GOOD.deploys("compose.yaml", COMPOSE));
  }

  private static Epic overlay(String kustomization) {
    return GOOD.deploys("k8s/base/api.yaml", MANIFEST)
        .deploys("k8s/base/kustomization.yaml", "resources: [api.yaml]\n")
        .deploys(
            "k8s/overlays/prod/kustomization.yaml", "resources: [../../base]\n" + kustomization);
  }

  /** The cases. */
  public static final List<RuleCase> ALL =
      List.of(
          manifest(
              "workload-hazards",
              "      containers:",
              "      hostNetwork: true\n      containers:",
              "network of its node"),
          manifest(
              "workload-hazards",
              "      containers:",
              "      hostPID: true\n      containers:",
              "processes of its node"),
          manifest(
              "workload-hazards",
              "      containers:",
              "      securityContext: {runAsUser: 0}\n      containers:",
              "runs as root"),
          manifest(
              "workload-hazards",
              "ports: [{containerPort: 8080}]",
              "securityContext: {privileged: true}",
              "privileged"),
          manifest(
              "workload-hazards",
              "      containers:",
              "      volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]\n      containers:",
              "docker.sock"),
          compose(
              "workload-hazards", "networks: [", "privileged: true\n    networks: [", "privileged"),
          compose(
              "workload-hazards", "networks: [", "user: \"0:0\"\n    networks: [", "runs as root"),
          compose("workload-hazards", "networks: [", "pid: host\n    networks: [", "processes"),
          compose(
              "workload-hazards",
              "networks: [",
              "volumes: [\"/run/docker.sock:/run/docker.sock:ro\"]\n    networks: [",
              "docker.sock"),
          compose(
              "workload-hazards",
              "networks: [infra_app-network]",
              "network_mode: host",
              "network of its node"),
          manifest(
              "update-strategy",
              "  replicas: 2",
              "  replicas: 2\n  strategy: {type: Recreate}",
              "Recreate"),
          refused(
                  "service-deployed",
                  GOOD.deploys(
                      FILE,
                      MANIFEST
                          .replace("name: api", "name: other-api")
                          .replace("/health-check", "/team/health-check")),
                  FILE,
                  "the nearest is other-api")
              .beside(GOOD.deploys(FILE, MANIFEST)),
          claim(
                  "containerPort: 8080",
                  "containerPort: 9000",
                  "port is claimed as 8080 and deployed as 9000")
              .beside(GOOD),
          claim(
              "readinessProbe: {httpGet: {path: /health",
              "readinessProbe: {httpGet: {path: /healthz",
              "deployed as /healthz"),
          claim("requests: {cpu: 100m", "requests: {cpu: 300m", "deployed as 300m"),
          compose(
              "compose-shows-claims",
              "    deploy: {resources: {limits: {cpus: \"0.2\", memory: 256M}}}\n",
              "",
              "without limits"),
          compose(
              "compose-shows-claims",
              "    healthcheck: {test: [CMD, curl, --fail, \"http://localhost:8080/health\"]}\n",
              "",
              "without a health check"),
          compose("health-check-status", "--fail, ", "", "content with HTTP 500"),
          compose(
              "health-check-status",
              "[CMD, curl, --fail, \"http://localhost:8080/health\"]",
              "[CMD-SHELL, \"curl -s http://localhost:8080/health\"]",
              "content with HTTP 500"),
          refused(
                  "deploy-file-readable",
                  GOOD.deploys(FILE, MANIFEST).deploys("k8s/other.yaml", "a: 1\na: 2\n"),
                  "k8s/other.yaml",
                  "twice")
              .beside(GOOD.deploys(FILE, MANIFEST).deploys("k8s/other.yaml", "a: 1\nb: 2\n")),
          refused(
                  "deploy-file-readable",
                  overlay("helmCharts: [{name: x}]\n").deploys(FILE, MANIFEST),
                  "k8s/overlays/prod/kustomization.yaml",
                  "helmCharts is not built")
              .beside(overlay("namespace: x\n").deploys(FILE, MANIFEST)),
          refused(
              "objective-agrees",
              GOOD.set("implementation", "/runbook/sla", "\"99.99% availability\"")
                  .set("implementation", "/slo/objective", "95"),
              "consensus/artifacts/implementation.json",
              "the runbook promises 99.99"),
          refused(
              "canary-share",
              GOOD.set("implementation", "/deployment_strategy/stages/2/canary_percentage", "1"),
              "consensus/artifacts/implementation.json",
              "The canary is to have 1 %"),
          refused(
                  "scan-agrees",
                  GOOD.file(
                      "consensus/artifacts/evidence/bandit.json",
                      "{\"metrics\": {\"_totals\": {}}, \"results\": [{\"test_id\": \"B101\","
                          + " \"issue_severity\": \"MEDIUM\"}]}"),
                  "consensus/artifacts/review.json",
                  "the reports have 1 open")
              .beside(
                  GOOD.file(
                      "consensus/artifacts/evidence/bandit.json",
                      "{\"metrics\": {\"_totals\": {}}, \"results\": []}")),
          refused(
                  "replicas",
                  overlay("replicas: [{name: api, count: 1}]\n"),
                  "k8s/overlays/prod/kustomization.yaml",
                  "one replica")
              .beside(overlay("replicas: [{name: api, count: 3}]\n")),
          refused(
                  "image-pinned",
                  overlay("images: [{name: registry.example.com/health-check, newTag: latest}]\n"),
                  "k8s/overlays/prod/kustomization.yaml",
                  "names no version")
              .beside(
                  overlay("images: [{name: registry.example.com/health-check, newTag: 1.4.3}]\n")),
          refused(
                  "probes-deployed",
                  overlay(
                      """
                      patches:
                      - target: {kind: Deployment, name: api}
                        patch: |
                          - {op: remove, path: /spec/template/spec/containers/0/livenessProbe}
                      """),
                  "k8s/base/api.yaml",
                  "without a livenessProbe")
              .beside(
                  overlay(
                      """
                      patches:
                      - patch: |
                          kind: Deployment
                          metadata: {name: api}
                          spec: {template: {spec: {containers: [{name: api, env: [{name: A, value: b}]}]}}}
                      """)),
          manifest("replicas", "  replicas: 2\n", "", "where no number is stated"),
          manifest(
              "image-pinned",
              "      containers:",
              "      initContainers: [{name: m, image: \"registry.example.com/health-check:latest\"}]\n      containers:",
              "names no version"),
          compose("image-pinned", ":1.4.2", ":${TAG:-latest}", "names no version"));

  private DeployedCases() {}
}
