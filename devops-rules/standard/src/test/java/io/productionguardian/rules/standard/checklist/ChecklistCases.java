package io.productionguardian.rules.standard.checklist;

import static io.productionguardian.rules.standard.RuleCase.refused;

import io.productionguardian.rules.standard.RuleCase;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;

/** What the rules of this package refuse, beside what they accept. */
public final class ChecklistCases {

  private static final Epic GOOD = Epics.approvable();
  private static final String COMPOSE = "docker-compose.yml";
  private static final String K8S = "k8s/api.yaml";
  private static final String PROMETHEUS = "prometheus/prometheus.yml";

  private static final String NETWORKS =
      """
      networks:
        infra_app-network:
          external: true
          name: infra_infra_app-network
      """;

  private static final String WELL =
      """
      services:
        api:
          build: .
          environment:
            HOST: 0.0.0.0
            PORT: "8000"
            PUBLIC_URL: http://localhost:8000
            HEALTH_URL: http://localhost:8000/health
            ALLOWED_ORIGINS: http://localhost:3000
            METRICS_BIND: 0.0.0.0:9090
            DATABASE_URL: postgresql://checker_user:${PG_PASSWORD}@shared-postgres:5432/checker
            MONGO_URI: mongodb://admin:${MONGO_PASSWORD}@mongo:27017/butler
            REDIS_URL: redis://:${REDIS_PASSWORD}@shared-redis:6379/0
            LLM_URL: http://llm-api:8000
            LLM_MODEL: qwen2.5:7b
            KAFKA_BOOTSTRAP_SERVERS: shared-kafka:9092
            KAFKA_HOST: kafka
            KAFKA_PORT: "9092"
          healthcheck:
            test: curl -f http://localhost:8000/health
          networks:
            - infra_app-network
      """;

  private static final String ITEMS =
      """
      services:
        api:
          build: .
          environment:
            - LLM_URL=http://llm-api:8000
            - LLM_MODEL=${LLM_MODEL:-qwen2.5:7b}
          networks:
            infra_infra_app-network:
              aliases: [api]
      networks:
        infra_infra_app-network:
          external: true
      """;

  private static final String LLM =
      """
      services:
        llm-api:
          image: llm-api:1
          networks:
            - llm-network
            - infra_app-network
      networks:
        llm-network:
          external: true
        infra_app-network:
          external: true
          name: infra_infra_app-network
      """;

  private static final String POD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
      spec:
        template:
          spec:
            containers:
              - name: api
                image: api:1
                env:
                  - name: REDIS_URL
                    value: redis://shared-redis:6379
                  - name: LLM_MODEL
                    value: qwen2.5:7b
      """;

  private static final String JOBS =
      """
      scrape_configs:
        - job_name: prometheus
          static_configs:
            - targets: ["127.0.0.1:9090"]
        - job_name: services
          static_configs:
            - targets: ["api:9464"]
      """;

  private static final Epic WELL_DONE = GOOD.deploys(COMPOSE, WELL + NETWORKS);

  public static final List<RuleCase> ALL =
      List.of(
          // app-network
          compose(
              "app-network",
              WELL.replace("    networks:\n      - infra_app-network\n", "") + NETWORKS,
              "2:3",
              "not on the network infra_infra_app-network"),
          compose("app-network", WELL, "1:1", "external"),
          compose(
              "app-network",
              WELL + NETWORKS.replace("infra_infra", "other_infra"),
              "24:3",
              "external"),
          compose(
              "app-network",
              WELL + NETWORKS.replace("    name: infra_infra_app-network\n", ""),
              "24:3",
              "external"),
          compose(
              "app-network",
              WELL + NETWORKS.replace("    external: true\n", ""),
              "24:3",
              "external"),
          compose(
              "app-network",
              (WELL + NETWORKS)
                  .replace(
                      "    networks:\n      - infra_app-network\n", "    network_mode: host\n"),
              "21:19",
              "network mode"),
          compose(
              "app-network",
              (WELL + NETWORKS).replace("      - infra_app-network\n", "      - backend\n"),
              "21:5",
              "not on"),
          refused(
                  "app-network",
                  GOOD.deploys(
                      COMPOSE,
                      ITEMS.replace(
                          "      infra_infra_app-network:\n        aliases: [api]",
                          "      backend:\n        aliases: [api]")),
                  COMPOSE + ":7:5",
                  "not on")
              .beside(GOOD.deploys(COMPOSE, ITEMS)),
          refused(
                  "app-network",
                  GOOD.deploys(COMPOSE, "services:\n  api:\n    build: .\n")
                      .deploys("deploy/compose.prod.yml", WELL + NETWORKS),
                  COMPOSE + ":2:3",
                  "not on")
              .beside(
                  GOOD.deploys(COMPOSE, "services:\n  api:\n    build: .\n")
                      .deploys("compose.prod.yml", WELL + NETWORKS)),
          // container-endpoints
          compose(
              "container-endpoints",
              (WELL + NETWORKS).replace("@shared-postgres:", "@127.0.0.1:"),
              "11:21",
              "shared-postgres:5432"),
          compose(
              "container-endpoints",
              (WELL + NETWORKS).replace("@mongo:27017", "@localhost"),
              "12:18",
              "shared-mongo:27017"),
          compose(
              "container-endpoints",
              (WELL + NETWORKS)
                  .replace(
                      "SERVERS: shared-kafka:9092",
                      "SERVERS: host.docker.internal:29092,localhost:9092"),
              "16:32",
              "shared-kafka:9092"),
          compose(
              "container-endpoints",
              (WELL + NETWORKS).replace("SERVERS: shared-kafka:9092", "SERVERS: kafka:29092"),
              "16:32",
              "shared-kafka:9092"),
          compose(
              "container-endpoints",
              (WELL + NETWORKS).replace("KAFKA_HOST: kafka", "KAFKA_HOST: localhost"),
              "17:19",
              "shared-kafka:9092"),
          compose(
              "container-endpoints",
              (WELL + NETWORKS).replace("KAFKA_PORT: \"9092\"", "KAFKA_PORT: \"29092\""),
              "18:19",
              "Kafka"),
          compose(
              "container-endpoints",
              (WELL + NETWORKS).replace("http://llm-api:8000", "http://127.0.0.1:8000"),
              "14:16",
              "llm-api:8000"),
          compose(
              "container-endpoints",
              (WELL + NETWORKS)
                  .replace(
                      "redis://:${REDIS_PASSWORD}@shared-redis",
                      "redis://:${REDIS_PASSWORD}@0.0.0.0"),
              "13:18",
              "shared-redis:6379"),
          refused(
                  "container-endpoints",
                  GOOD.deploys(
                      COMPOSE, ITEMS.replace("http://llm-api:8000", "http://localhost:8000")),
                  COMPOSE + ":5:9",
                  "llm-api:8000")
              .beside(GOOD.deploys(COMPOSE, ITEMS)),
          refused(
                  "container-endpoints",
                  GOOD.deploys(K8S, POD.replace("shared-redis", "127.0.0.1")),
                  K8S + ":13:22",
                  "shared-redis:6379")
              .beside(GOOD.deploys(K8S, POD)),
          refused(
                  "container-endpoints",
                  GOOD.deploys(K8S, POD.replace("shared-redis", "127.0.0.1") + "---\nkind: A\n"),
                  K8S + ":13:22",
                  "shared-redis:6379")
              .beside(
                  GOOD.deploys(
                      K8S,
                      POD.replace("shared-redis", "127.0.0.1")
                          + "        - name: redis\n          ports: [{containerPort: 6379}]\n")),
          refused(
                  "container-endpoints",
                  GOOD.set(
                      "implementation", "/environment/REDIS_URL", "\"redis://localhost:6379\""),
                  "consensus/artifacts/implementation.json",
                  "shared-redis:6379")
              .beside(
                  GOOD.set(
                      "implementation", "/environment/REDIS_URL", "\"redis://shared-redis:6379\"")),
          // llm-reachable
          refused(
                  "llm-reachable",
                  WELL_DONE.deploys(
                      "llm/compose.yml", LLM.replace("      - infra_app-network\n", "")),
                  "llm/compose.yml:4:5",
                  "infra_infra_app-network")
              .beside(WELL_DONE.deploys("llm/compose.yml", LLM)),
          refused(
                  "llm-reachable",
                  WELL_DONE.deploys("llm/compose.yml", LLM.replace("      - llm-network\n", "")),
                  "llm/compose.yml:4:5",
                  "llm-network")
              .beside(GOOD.deploys("llm/compose.yml", LLM.replace("      - llm-network\n", ""))),
          refused(
                  "llm-reachable",
                  WELL_DONE.deploys(
                      "llm/compose.yml", LLM.replace("    name: infra_infra_app-network\n", "")),
                  "llm/compose.yml:10:3",
                  "infra_infra_app-network")
              .beside(WELL_DONE.deploys("llm/compose.yml", LLM)),
          compose(
              "llm-reachable",
              (WELL + NETWORKS).replace("      - infra_app-network\n", "      - backend\n"),
              "21:5",
              "not on"),
          // llm-model
          compose(
              "llm-model",
              (WELL + NETWORKS).replace("      LLM_MODEL: qwen2.5:7b\n", ""),
              "14:16",
              "not set"),
          compose(
              "llm-model",
              (WELL + NETWORKS).replace("LLM_MODEL: qwen2.5:7b", "LLM_MODEL: llama3:8b"),
              "15:18",
              "qwen2.5:7b"),
          refused(
                  "llm-model",
                  GOOD.deploys(COMPOSE, ITEMS.replace(":-qwen2.5:7b", ":-llama3")),
                  COMPOSE + ":6:9",
                  "qwen2.5:7b")
              .beside(GOOD.deploys(COMPOSE, ITEMS)),
          refused(
                  "llm-model",
                  GOOD.deploys(
                      COMPOSE, ITEMS.replace("      - LLM_MODEL=${LLM_MODEL:-qwen2.5:7b}\n", "")),
                  COMPOSE + ":5:9",
                  "not set")
              .beside(GOOD.deploys(COMPOSE, ITEMS.replace("=${LLM_MODEL:-qwen2.5:7b}", ""))),
          refused(
                  "llm-model",
                  GOOD.deploys(
                      K8S,
                      POD.replace("LLM_MODEL\n            ", "MODEL\n            ")
                          .replace("REDIS_URL", "LLM_URL")
                          .replace("redis://shared-redis:6379", "http://llm-api:8000")),
                  K8S + ":13:22",
                  "not set")
              .beside(GOOD.deploys(K8S, POD)),
          refused(
                  "llm-model",
                  GOOD.set("implementation", "/environment/LLM_URL", "\"http://llm-api:8000\""),
                  "consensus/artifacts/implementation.json",
                  "not set")
              .beside(
                  GOOD.set(
                      "implementation",
                      "/environment/LLM_URL",
                      "\"https://models.example.org/v1\"")),
          // metrics
          refused(
                  "metrics-exposed",
                  GOOD.remove("implementation", "/service/metrics_port")
                      .set("plan", "/stages", "[]")
                      .file("epic_25.md", "# Health\n"),
                  "consensus/artifacts/implementation.json",
                  "nothing says where")
              .beside(
                  GOOD.remove("implementation", "/service/metrics_port")
                      .set("plan", "/stages", "[]")
                      .file("epic_25.md", "# Health\n")
                      .file("consensus/artifacts/runbook.md", "curl http://api:8080/metrics\n")),
          refused(
                  "scrape-job",
                  GOOD.deploys(PROMETHEUS, JOBS.replace("api", "other")),
                  PROMETHEUS + ":2:5",
                  "No job scrapes")
              .beside(GOOD.deploys(PROMETHEUS, JOBS)),
          refused(
                  "scrape-job",
                  GOOD.deploys(PROMETHEUS, JOBS + "    metrics_path: /stats\n"),
                  PROMETHEUS + ":8:19",
                  "another path")
              .beside(
                  GOOD.deploys(
                      PROMETHEUS,
                      JOBS.replace("api", "other")
                          + "  - job_name: pods\n    kubernetes_sd_configs: [{role: pod}]\n")));

  private static RuleCase compose(String rule, String text, String place, String words) {
    return refused(rule, GOOD.deploys(COMPOSE, text), COMPOSE + ":" + place, words)
        .beside(WELL_DONE);
  }

  private ChecklistCases() {}
}
