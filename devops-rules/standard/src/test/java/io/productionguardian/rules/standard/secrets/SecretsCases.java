package io.productionguardian.rules.standard.secrets;

import io.productionguardian.rules.standard.RuleCase;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;

/** What the rules of this package refuse, beside what they accept. */
public final class SecretsCases {

  private static final Epic GOOD = Epics.approvable();
  private static final String RUNBOOK = "consensus/artifacts/runbook.md";
  private static final String NOTE = "consensus/messages/inbox/devops/note.yaml";
  private static final String LOG = "consensus/decision_log.jsonl";
  private static final String IMPLEMENTATION = "consensus/artifacts/implementation.json";
  private static final String COMPOSE = "docker-compose.yml";

  /** A compose file as it is found in the wild; its health check is another package's. */
  public static final String WILD =
      """
      services:
        api:
          build: .
          environment:
            POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-changeme}
            DATABASE_URL: postgresql://checker_user:%s@127.0.0.1:5432/checker
            MONGO_PASSWORD: %s
            KAFKA_BOOTSTRAP_SERVERS: 127.0.0.1:29092
          healthcheck:
            test: python -c "import sys; sys.exit(0)"
      """
          .formatted(Fake.lower(12), Fake.lower(10));

  public static final List<RuleCase> ALL =
      List.of(
          // tokens
          refused(
                  "credential-token",
                  text(RUNBOOK, "# Runbook\n\n", Fake.githubToken()),
                  RUNBOOK + ":3:1",
                  "A GitHub token")
              .beside(text(RUNBOOK, "# Runbook\n\n", "${GITHUB_TOKEN}")),
          refused(
                  "credential-token",
                  text(RUNBOOK, "# Keys\n", Fake.privateKey("\n")),
                  RUNBOOK + ":2:1",
                  "A private key")
              .beside(text(RUNBOOK, "# Keys\n", "-----BEGIN PRIVATE KEY-----\n...\n")),
          refused(
                  "credential-token",
                  text(
                      NOTE,
                      "from: quality\ncontent:\n  deploy_key: |\n    ",
                      Fake.privateKey("\n    ")),
                  NOTE + ":4:5",
                  "A private key")
              .beside(text(NOTE, "from: quality\ncontent:\n  deploy_key: ", "${DEPLOY_KEY}\n")),
          refused(
                  "credential-token",
                  GOOD.set("plan", "/note", "\"" + Fake.privateKey("\\n") + "\""),
                  "consensus/artifacts/plan.json",
                  "A private key")
              .beside(GOOD.set("plan", "/note", "\"the private key is in the vault\"")),
          refused(
                  "credential-token",
                  text(RUNBOOK, "curl -H \"Authorization: Bea", "rer " + Fake.letters(40) + "\""),
                  RUNBOOK + ":1:32",
                  "An authorization header")
              .beside(text(RUNBOOK, "curl -H \"Authorization: Bea", "rer ${API_TOKEN}\"")),
          refused(
                  "credential-token",
                  GOOD.deploys(
                      "migrations/1_users.py", "password = \"" + Fake.letters(16) + "\"\n"),
                  "migrations/1_users.py:1:13",
                  "password is given its value")
              .beside(GOOD.deploys("migrations/1_users.py", "password = os.environ[\"X\"]\n")),
          refused(
                  "credential-token",
                  GOOD.log("{\"agent\":\"devops\",\"details\":{\"" + Fake.githubToken() + "\":1}}"),
                  LOG + ":1:31",
                  "A GitHub token")
              .beside(GOOD.log("{\"agent\":\"devops\",\"details\":{\"a\":1}}")),
          refused(
                  "credential-token",
                  text(RUNBOOK, "curl -u admin:", Fake.lower(24) + " https://api/health\n"),
                  RUNBOOK + ":1:15",
                  "A command has a credential")
              .beside(text(RUNBOOK, "curl -u admin:", "${API_PASSWORD} https://api/health\n")),
          refused(
                  "credential-elsewhere",
                  GOOD.deploys("docker-compose.test.yml", "x: {DB_PASSWORD: letmein}\n"),
                  "docker-compose.test.yml:1:18",
                  "DB_PASSWORD has its value")
              .beside(
                  GOOD.deploys(
                      "docker-compose.test.yml", "x: {DB_PASSWORD: \"${DB_PASSWORD}\"}\n")),
          // URLs
          refused("credential-url", GOOD.deploys(COMPOSE, WILD), COMPOSE + ":6:47", "A URL holds")
              .beside(GOOD.deploys(COMPOSE, WILD.replace(Fake.lower(12), "${PG_PASSWORD}"))),
          refused(
                  "credential-url",
                  GOOD.set(
                      "implementation",
                      "/environment/REDIS_URL",
                      "\"redis://:" + Fake.lower(9) + "@shared-redis:6379/0\""),
                  IMPLEMENTATION,
                  "A URL holds")
              .beside(
                  GOOD.set(
                      "implementation",
                      "/environment/REDIS_URL",
                      "\"redis://:${REDIS_PASSWORD}@shared-redis:6379/0\"")),
          refused(
                  "credential-url",
                  text(
                      RUNBOOK,
                      "    psql postgresql://app:",
                      Fake.lower(9) + "@shared-postgres/app\n"),
                  RUNBOOK + ":1:27",
                  "A URL holds")
              .beside(
                  text(
                      RUNBOOK,
                      """
                      psql postgresql://app:${PG_PASSWORD}@shared-postgres/app
                      psql postgresql://user:password@host/db
                      psql postgresql://app:<password>@shared-postgres/app
                      psql postgresql://app:***@shared-postgres/app
                      psql postgresql://app:$PG_PASSWORD@shared-postgres/app
                      curl http://localhost:8080/@me https://api:8443 http://a:1,b@c
                      git clone ssh://git@github.com:22/app mongodb://a:b@example.com
                      ${A:-x}://${USER:-app}:${PW:-}@host
                      """,
                      "")),
          refused(
                  "credential-url",
                  GOOD.deploys(
                      COMPOSE,
                      "services:\n  api:\n    build: .\n    environment:\n      - DATABASE_URL=postgres://postgres:postgres@db/app\n"),
                  COMPOSE + ":5:42",
                  "A URL holds")
              .beside(
                  GOOD.deploys(
                      COMPOSE,
                      "services:\n  api:\n    build: .\n    environment:\n      - DATABASE_URL=postgres://db/app\n")),
          // defaults
          refused(
                  "credential-default",
                  GOOD.deploys(COMPOSE, WILD),
                  COMPOSE + ":5:47",
                  "${POSTGRES_PASSWORD}")
              .beside(GOOD.deploys(COMPOSE, WILD.replace(":-changeme", ":?"))),
          refused(
                  "credential-default",
                  GOOD.deploys(
                      "Dockerfile", "FROM scratch\nRUN echo ${API_TOKEN=" + Fake.lower(8) + "}\n"),
                  "Dockerfile:2:22",
                  "${API_TOKEN}")
              .beside(
                  GOOD.deploys(
                      "Dockerfile",
                      "RUN echo ${PASSWORD_FILE:-/run/secrets/db} ${API_TOKEN:-} ${KEY_ID:-abc1} "
                          + "${TOKEN_URL:-https://idp/token} ${DB_PASSWORD:?unset} ${DB_PASSWORD:-$OTHER} "
                          + "${PUBLIC_KEY:-abc12345}\n")),
          refused(
                  "credential-default",
                  GOOD.set(
                      "implementation",
                      "/environment/X",
                      "\"${A_SECRET:-${B_SECRET-" + Fake.lower(8) + "}}\""),
                  IMPLEMENTATION,
                  "${B_SECRET}")
              .beside(
                  GOOD.set("implementation", "/environment/X", "\"${A_SECRET:-${B_SECRET-}}\"")),
          // members
          refused(
                  "credential-member",
                  GOOD.deploys(COMPOSE, WILD),
                  COMPOSE + ":7:23",
                  "MONGO_PASSWORD")
              .beside(GOOD.deploys(COMPOSE, WILD.replace(Fake.lower(10), "${MONGO_PASSWORD}"))),
          refused(
                  "credential-member",
                  GOOD.set("implementation", "/environment/SMTP_PASSWORD", "\"letmein\""),
                  IMPLEMENTATION,
                  "SMTP_PASSWORD")
              .beside(
                  GOOD.set("implementation", "/environment/SMTP_PASSWORD", "\"${SMTP_PASSWORD}\"")),
          refused(
                  "credential-member",
                  GOOD.deploys(
                      "k8s/api.yaml",
                      """
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: {name: api}
                      spec:
                        template:
                          spec:
                            containers:
                              - name: api
                                env:
                                  - name: DB_PASSWORD
                                    value: "letmein"
                      """),
                  "k8s/api.yaml:11:23",
                  "DB_PASSWORD")
              .beside(
                  GOOD.deploys(
                      "k8s/api.yaml",
                      """
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: {name: api}
                      spec:
                        template:
                          spec:
                            containers:
                              - name: api
                                env:
                                  - name: DB_PASSWORD
                                    valueFrom: {secretKeyRef: {name: db, key: password}}
                                  - name: LLM_MAX_TOKEN
                                    value: "2048"
                      ---
                      apiVersion: bitnami.com/v1alpha1
                      kind: SealedSecret
                      metadata: {name: db}
                      spec:
                        encryptedData:
                          password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq
                      """)),
          refused(
                  "credential-member",
                  GOOD.deploys(
                      "compose.yaml",
                      "services:\n  api:\n    build: .\n    environment:\n      - \"DB_PASSWORD=letmein\"\n"),
                  "compose.yaml:5:22",
                  "DB_PASSWORD")
              .beside(
                  GOOD.deploys(
                      "compose.yaml",
                      "services:\n  api:\n    build: .\n    environment:\n      - \"DB_PASSWORD\"\n")),
          refused(
                  "credential-member",
                  GOOD.deploys("api.env", "DB_PASSWORD=letmein\nREDIS_AUTH=letmein2\n"),
                  "api.env:2:12",
                  "REDIS_AUTH")
              .beside(
                  GOOD.deploys(
                      "api.env", "DB_PASSWORD=${PG_PASSWORD}\nREDIS_AUTH=\nSMTP_AUTH=plain\n")),
          refused(
                  "credential-member",
                  GOOD.deploys("Dockerfile", "FROM scratch\nENV API_TOKEN " + Fake.lower(8) + "\n"),
                  "Dockerfile:2:15",
                  "API_TOKEN")
              .beside(
                  GOOD.deploys(
                      "Dockerfile", "FROM scratch\nARG API_TOKEN\nENV API_TOKEN=$API_TOKEN\n")),
          refused(
                  "credential-member",
                  GOOD.deploys("migrations/1.sql", "CREATE USER app WITH PASSWORD 'letmein';\n"),
                  "migrations/1.sql:1:32",
                  "PASSWORD")
              .beside(
                  GOOD.deploys(
                      "migrations/1.sql",
                      "CREATE USER app WITH PASSWORD '${APP_PASSWORD}';\n-- password 'letmein'\n")),
          refused(
                  "credential-member",
                  text(
                      NOTE,
                      "from: quality\ncontent:\n  steps: >-\n    mysql --password=",
                      Fake.lower(10) + "\n"),
                  NOTE + ":4:22",
                  "password")
              .beside(
                  text(
                      NOTE,
                      "from: quality\ncontent:\n  steps: >-\n    mysql --password=",
                      "${PW}\n")),
          refused(
                  "credential-member",
                  GOOD.file(
                      NOTE,
                      "from: quality\ncontent: {\"pass word\": 1, \"db_password\": \"a\\\""
                          + Fake.lower(9)
                          + "\"}\n"),
                  NOTE + ":2:43",
                  "db_password")
              .beside(
                  GOOD.file(
                      NOTE,
                      """
                      from: quality
                      content:
                        token_budget: 2500
                        password: required
                        auth_token: bearer
                        secret: PG_PASSWORD
                        credentials: from .env.infra
                        api_key: "not set"
                        hint: "the token: see the vault, password= in the file, secret=on"
                        password_hash: sha256
                        key: value
                      """)),
          refused(
                  "credential-member",
                  text(
                      RUNBOOK,
                      "```yaml\nenvironment:\n  DB_PASSWORD: ",
                      Fake.lower(10) + "\n```\n"),
                  RUNBOOK + ":3:16",
                  "DB_PASSWORD")
              .beside(
                  text(
                      RUNBOOK,
                      """
                      ```yaml
                      environment:
                        DB_PASSWORD: changeme
                        API_TOKEN: <your token>
                      ```
                      Set `DB_PASSWORD=secret` and `JWT_SECRET=my-secret` for a test; the
                      token: ask the platform team; password: hunter-and-gatherer
                      """,
                      "")),
          refused(
                  "credential-member",
                  GOOD.deploys(
                      ".github/workflows/ci.yml", "env:\n  NPM_SECRET: " + Fake.letters(20) + "\n"),
                  ".github/workflows/ci.yml:2:15",
                  "NPM_SECRET")
              .beside(
                  GOOD.deploys(
                      ".github/workflows/ci.yml",
                      "services:\n  db:\n    env:\n      POSTGRES_PASSWORD: postgres\n      TOKEN: ${{ secrets.TOKEN }}\n")));

  private static RuleCase refused(String rule, Epic epic, String place, String words) {
    return RuleCase.refused(rule, epic, place, words);
  }

  private static Epic text(String path, String before, String secret) {
    return GOOD.file(path, before + secret);
  }

  private SecretsCases() {}
}
