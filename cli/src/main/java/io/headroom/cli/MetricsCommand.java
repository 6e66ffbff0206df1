package io.headroom.cli;

import io.headroom.RunMetrics;
import io.headroom.Scenario;
import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.reports.SeriesText;
import io.headroom.scenarios.RunTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headroom metrics}: any metric of a run, or metric math over several. */
@Command(
    name = "metrics",
    description = {
      "Runs a scenario and prints a metric that it published, or metric math over several.",
      "A metric is OWNER.NAME, with the logical id of a load balancer, target group or group, or"
          + " [NAMESPACE] NAME [DIMENSION=VALUE]..; :STATISTIC behind it replaces --stat. In an"
          + " expression it stands in braces, or goes by an id that --metric gives it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom metrics WebGroup.CPUUtilization",
      "  headroom metrics --list",
      "  headroom metrics web.yaml WebLoadBalancer.TargetResponseTime --stat p99 --period 300",
      "  headroom metrics 'AWS/EC2 CPUUtilization AutoScalingGroupName=WebGroup' --format csv",
      "  headroom metrics '{WebLoadBalancer.RequestCount:Sum} / PERIOD(m1)'",
      "  headroom metrics 'm1/m2' --metric m1=RequestCount:Sum --metric m2=HealthyHostCount"
    })
final class MetricsCommand implements Callable<Integer> {
  /** How series are written. */
  enum Format {
    /** Columns for people. */
    TABLE,
    /** Comma-separated values. */
    CSV,
    /** An array of objects. */
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Shell shell;

  @Parameters(
      arity = "0..2",
      paramLabel = "[SCENARIO] EXPRESSION",
      hideParamSyntax = true,
      description = {
        "The scenario file (without one, the bundled example), and the metric or the expression."
      })
  private List<String> words = new ArrayList<>();

  @Mixin private ScenarioRun run = new ScenarioRun();

  @Option(
      names = "--metric",
      paramLabel = "ID=METRIC",
      description = "A metric of the expression; may be given several times.")
  private List<String> named = new ArrayList<>();

  @Option(
      names = "--stat",
      paramLabel = "STATISTIC",
      description =
          "Average, Sum, Minimum, Maximum, SampleCount, p99, tm90, ... Default: ${DEFAULT-VALUE}.")
  private String stat = "Average";

  @Option(
      names = "--period",
      paramLabel = "SECONDS",
      description = "The length of a bucket. Default: ${DEFAULT-VALUE}.")
  private int period = 60;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Where to begin: " + RunTime.ALLOWED + ". Default: the start of the run.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Where to end. Default: the end of the run.")
  private @Nullable String to;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      description = "What to print. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TABLE;

  @Option(names = "--list", description = "List the metrics that the run published.")
  private boolean list;

  MetricsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    int scenarios = list ? 1 : 2;
    if (words.size() > scenarios || (!list && words.isEmpty())) {
      throw new BadInputException(
          list
              ? "--list: found an EXPRESSION; allowed: headroom metrics [SCENARIO] --list"
              : "EXPRESSION: is missing; allowed: " + MetricText.ALLOWED);
    }
    return list ? list() : query();
  }

  private @Nullable Path scenario(int count) {
    return words.size() == count ? Path.of(words.get(0)) : null;
  }

  private int list() {
    SimulationResult result = ScenarioRun.run(run.read(scenario(1), shell), shell);
    RunMetrics metrics = result.metrics();
    metrics
        .list()
        .forEach(
            metric ->
                shell.out().println(MetricNames.text(metric) + "  [" + metrics.unit(metric) + "]"));
    return ExitCode.DONE.number();
  }

  private int query() {
    MetricRequest request =
        new MetricRequest(
            words.get(words.size() - 1), named, MetricText.statistic("--stat", stat), length());
    Scenario input = run.read(scenario(2), shell);
    Duration begin = time("--from", from, Duration.ZERO, input);
    Duration end = time("--to", to, input.duration(), input);
    if (begin.compareTo(end) >= 0) {
      throw new BadInputException("--from: lies at or behind the end; allowed: a time before it");
    }
    Duration kept = request.needsSamples() ? input.duration() : Duration.ZERO;
    SimulationResult result = ScenarioRun.run(input, shell, kept);
    MetricMath math = request.resolve(new MetricNames(input, result.metrics()));
    List<TimeSeries> series = series(result.metrics(), math, begin, end);
    QueryLimits.warnings(math, series).forEach(line -> shell.err().println("warning: " + line));
    shell.out().print(text(series));
    return ExitCode.DONE.number();
  }

  private static List<TimeSeries> series(
      RunMetrics metrics, MetricMath math, Duration from, Duration to) {
    try {
      return metrics.query(math, from, to);
    } catch (IllegalArgumentException wrong) {
      throw new BadInputException("EXPRESSION: " + wrong.getMessage());
    }
  }

  private Duration length() {
    boolean isShort = List.of(1, 5, 10, 20, 30).contains(period);
    if (!isShort && (period <= 0 || period % 60 != 0)) {
      throw new BadInputException(
          "--period: found %d; allowed: 1, 5, 10, 20, 30 or a multiple of 60 seconds"
              .formatted(period));
    }
    return Duration.ofSeconds(period);
  }

  private static Duration time(
      String option, @Nullable String text, Duration otherwise, Scenario scenario) {
    if (text == null) {
      return otherwise;
    }
    return RunTime.parse(text, scenario.start())
        .filter(since -> !since.isNegative() && since.compareTo(scenario.duration()) <= 0)
        .orElseThrow(
            () ->
                new BadInputException(
                    "%s: found '%s'; allowed: within the run, %s"
                        .formatted(option, text, RunTime.ALLOWED)));
  }

  private String text(List<TimeSeries> series) {
    return switch (format) {
      case TABLE -> SeriesText.table(series);
      case CSV -> SeriesText.csv(series);
      case JSON -> SeriesText.json(series);
    };
  }
}
