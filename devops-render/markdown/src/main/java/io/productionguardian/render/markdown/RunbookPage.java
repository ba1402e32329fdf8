package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Service;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.rollout.BurnRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runbook of a service.
 *
 * @param plan how it is run
 * @param drafted whether the team wrote a runbook of its own, which is kept beside this one
 */
record RunbookPage(DeploymentPlan plan, boolean drafted) {

  private static final Pattern OWN_NUMBER = Pattern.compile("^\\s*[0-9]{1,3}[.)]\\s+");

  String write() {
    Page page = Page.titled("Runbook: " + Markdown.heading(plan.service().name()));
    if (drafted) {
      String draft = EpicLayout.draftOf("runbook.md");
      page.paragraph(
          "The team's own runbook is kept beside this one: [" + draft + "](" + draft + ")");
    }
    overview(page.section("Service Overview"));
    monitoring(page.section("Monitoring"));
    issues(page.section("Common Issues"));
    rollback(page.section("Rollback Procedure"));
    contacts(page.section("Contacts"));
    return page.toString();
  }

  private void overview(Page page) {
    Service service = plan.service();
    ImmutableList.Builder<String> items = ImmutableList.builder();
    items.add(item("Endpoint", Markdown.code(plan.readiness().endpoint())));
    material().flatMap(Runbook::purpose).ifPresent(it -> items.add(item("Purpose", literal(it))));
    List<String> dependencies = material().map(Runbook::dependencies).orElse(ImmutableList.of());
    items.add(
        item(
            "Dependencies",
            dependencies.isEmpty()
                ? "None"
                : dependencies.stream().map(Markdown::text).collect(Collectors.joining("; "))));
    material().flatMap(Runbook::sla).ifPresent(it -> items.add(item("SLA", literal(it))));
    plan.slo().ifPresent(slo -> items.add(item("SLO", objective(slo))));
    service.image().ifPresent(it -> items.add(item("Image", Markdown.code(it))));
    items.add(
        item(
            "Runs as",
            "deployment "
                + kubectl().deployments().stream()
                    .map(Markdown::code)
                    .collect(Collectors.joining(" or "))
                + " in "
                + Markdown.code(kubectl().namespace())));
    service.repository().ifPresent(it -> items.add(item("Source", Markdown.link(it))));
    page.list(items.build());
  }

  private void monitoring(Page page) {
    ImmutableList.Builder<String> items = ImmutableList.builder();
    Optional<String> address = material().flatMap(Runbook::dashboard);
    address.ifPresent(it -> items.add(item("Dashboard", Markdown.link(it))));
    if (!plan.dashboards().isEmpty()) {
      items.add(
          item("Dashboards", names(plan.dashboards().stream().map(Dashboard::name).toList())));
    }
    items.add(item("Alerts", alerts().map(Markdown::text).collect(Collectors.joining(", "))));
    material().flatMap(Runbook::logs).ifPresent(it -> items.add(item("Logs", Markdown.code(it))));
    page.list(items.build());
    page.block(
        Markdown.table(
            ImmutableList.of("Metric", "Type", "Unit", "A fault from"),
            plan.metrics().stream()
                .<List<String>>map(
                    metric ->
                        ImmutableList.of(
                            Markdown.text(metric.name()),
                            Markdown.text(metric.type()),
                            Markdown.text(metric.unit().orElse("")),
                            Markdown.text(metric.alertThreshold())))
                .toList()));
  }

  private void issues(Page page) {
    page.paragraph("The commands use two names; set them first.");
    page.block(Markdown.fence("bash", kubectl().names()));
    plan.alerts().stream().distinct().forEach(alert -> issue(page, alert));
    budgetAlerts().forEach(budget -> budgetIssue(page, budget));
    material().map(Runbook::issues).orElse(ImmutableList.of()).stream()
        .filter(issue -> plan.alerts().stream().noneMatch(alert -> tells(issue, alert)))
        .forEach(
            issue -> {
              page.subsection("Issue: " + Markdown.heading(issue.title()));
              body(page, issue, ImmutableList.of());
            });
  }

  /** What the budget's alerts mean is known, and so is what helps, whichever service it is. */
  private void budgetIssue(Page page, BurnRates.BudgetAlert budget) {
    Alert alert = budget.alert();
    page.subsection("Issue: " + Markdown.heading(alert.name()));
    body(
        page,
        new Runbook.Issue(
            Optional.of(alert.name()),
            budget.summary(),
            Optional.of(budget.meaning()),
            ImmutableList.of(),
            Optional.empty()),
        facts(alert));
  }

  private static List<String> facts(Alert alert) {
    return ImmutableList.of(
        item("Fires when", Markdown.code(alert.condition())),
        item("Severity", literal(alert.severity())),
        item("Then", literal(alert.action())));
  }

  private void issue(Page page, Alert alert) {
    page.subsection("Issue: " + Markdown.heading(alert.name()));
    body(
        page,
        material()
            .flatMap(it -> it.issueFor(alert.name()))
            .orElseGet(
                () ->
                    new Runbook.Issue(
                        Optional.of(alert.name()),
                        alert.name(),
                        Optional.empty(),
                        ImmutableList.of(),
                        Optional.empty())),
        facts(alert));
  }

  private void body(Page page, Runbook.Issue issue, List<String> facts) {
    ImmutableList.Builder<String> items = ImmutableList.<String>builder().addAll(facts);
    if (!issue.alert().orElse("").equals(issue.title())) {
      items.add(item("What it is", literal(issue.title())));
    }
    items.add(item("Symptoms", literal(issue.symptoms().orElse("The alert fires"))));
    page.list(items.build());
    page.paragraph("**Check**:");
    page.block(Markdown.fence("bash", Kubectl.firstLook()));
    List<String> commands =
        issue.checks().stream()
            .flatMap(check -> HealthCheckCommand.parse(check).stream())
            .map(HealthCheckCommand::text)
            .collect(ImmutableList.toImmutableList());
    if (!commands.isEmpty()) {
      page.paragraph("**Check, as the team does**:");
      page.block(Markdown.fence("bash", commands));
    }
    List<String> words =
        issue.checks().stream()
            .filter(check -> HealthCheckCommand.parse(check).isEmpty())
            .collect(ImmutableList.toImmutableList());
    if (!words.isEmpty()) {
      page.paragraph("**Check, in the team's words**:");
      page.block(Markdown.fence("text", words));
    }
    page.paragraph(
        "**Fix**: "
            + issue
                .fix()
                .map(RunbookPage::literal)
                .orElse("Find what changed; call those under [Contacts](#contacts)"));
    page.paragraph(
        "**Roll back**: when this began during a release or after one; see"
            + " [Rollback Procedure](#rollback-procedure)");
  }

  private void rollback(Page page) {
    page.paragraph(
        "The previous version serves again within "
            + plain(plan.rollbackSeconds())
            + " s. The workflow goes back by itself when a release fails. Go back when one of these"
            + " holds:");
    page.list(plan.rollback().triggers().stream().map(Markdown::text).toList());
    page.paragraph("The plan:");
    page.numbered(
        plan.rollback().procedure().stream()
            .map(step -> OWN_NUMBER.matcher(step).replaceFirst(""))
            .map(Markdown::text)
            .toList());
    switch (plan.strategy().type()) {
      case CANARY -> {
        page.subsection("Rollback while the canary is tried");
        page.paragraph("The old version still runs; this gives it all the requests again.");
        page.block(Markdown.fence("bash", withNames(kubectl().withdrawCanary())));
        undo(page);
      }
      case BLUE_GREEN -> {
        page.subsection("Rollback by switching back");
        page.paragraph(
            "The previous version still runs in the colour that does not serve. Where it does not"
                + " run, the colour that serves goes back a revision.");
        page.block(Markdown.fence("bash", withNames(kubectl().switchBack())));
      }
      case ROLLING -> undo(page);
    }
  }

  private void undo(Page page) {
    page.subsection("Rollback after the release");
    page.paragraph("To another one than the previous revision: `undo` with `--to-revision`.");
    page.block(Markdown.fence("bash", withNames(kubectl().undo())));
  }

  private void contacts(Page page) {
    ImmutableList.Builder<String> items = ImmutableList.builder();
    material()
        .ifPresent(
            it ->
                it.contacts()
                    .forEach((role, who) -> items.add(item(role(role), Markdown.link(who)))));
    plan.service().owner().ifPresent(it -> items.add(item("Owner", literal(it))));
    plan.stages().stream()
        .filter(stage -> stage.is(stage()))
        .flatMap(stage -> stage.approvalRequired().stream())
        .forEach(who -> items.add(item("Approves releases", literal(who))));
    page.list(items.build());
  }

  private Stream<String> alerts() {
    return Stream.concat(plan.alerts().stream(), budgetAlerts().map(BurnRates.BudgetAlert::alert))
        .map(Alert::name)
        .distinct();
  }

  private Stream<BurnRates.BudgetAlert> budgetAlerts() {
    return plan.slo().stream()
        .map(slo -> BurnRates.of(plan.service().name(), plan.metrics(), slo))
        .flatMap(rates -> rates.alerts().stream());
  }

  /** The stage that the runbook is for, which is the last one. */
  private String stage() {
    return plan.stages().get(plan.stages().size() - 1).name();
  }

  private Kubectl kubectl() {
    return new Kubectl(plan, stage());
  }

  private List<String> withNames(List<String> commands) {
    return ImmutableList.<String>builder()
        .addAll(kubectl().names())
        .add("")
        .addAll(commands)
        .build();
  }

  private Optional<Runbook> material() {
    return plan.runbook();
  }

  private static boolean tells(Runbook.Issue issue, Alert alert) {
    return issue.alert().orElse(issue.title()).equals(alert.name());
  }

  private static String objective(Slo slo) {
    BigDecimal minutes =
        BigDecimal.valueOf(100)
            .subtract(slo.objective())
            .multiply(BigDecimal.valueOf(slo.periodDays() * 1440L))
            .divide(BigDecimal.valueOf(100))
            .setScale(1, RoundingMode.HALF_UP);
    return "%s %% over %s days, which leaves %s min of fault"
        .formatted(plain(slo.objective()), slo.periodDays(), plain(minutes));
  }

  private static String names(List<String> names) {
    return names.stream().map(Markdown::text).collect(Collectors.joining(", "));
  }

  private static String item(String name, String value) {
    return "**" + name + "**: " + value;
  }

  /** A role such as {@code after_hours} as people write it. */
  private static String role(String role) {
    String words = role.replace('_', ' ').strip();
    return words.isEmpty()
        ? "Contact"
        : Markdown.text(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
  }

  private static String literal(String text) {
    return Markdown.text(text);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
