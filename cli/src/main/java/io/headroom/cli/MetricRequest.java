package io.headroom.cli;

import io.headroom.cloudwatch.MetricDataQuery;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.math.MathExpression;
import io.headroom.cloudwatch.math.MathProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code headroom metrics} is asked: one metric, or an expression over named ones.
 *
 * <p>Metrics in braces, as in <code>{WebLB.RequestCount:Sum} / 60</code>, get ids of their own,
 * with blanks behind them, so that the place of a mistake stays that in the user's text.
 */
final class MetricRequest {
  private static final Pattern INLINE = Pattern.compile("\\{([^{}]*)}");
  private static final String RESULT = "result";

  private final Map<String, MetricText> metrics = new LinkedHashMap<>();
  private final Optional<MathExpression> expression;
  private String type = "TS";
  private final String text;
  private final Statistic statistic;
  private final Duration period;

  /**
   * Reads a request.
   *
   * @param text the expression, or the metric
   * @param named metrics as ID=METRIC
   * @throws BadInputException if it is none; the message names the place
   */
  MetricRequest(String text, List<String> named, Statistic statistic, Duration period) {
    this.text = text;
    this.statistic = statistic;
    this.period = period;
    named.forEach(this::name);
    boolean isMath = !metrics.isEmpty() || text.matches(".*(\\{|[A-Z]\\(|\\s[-+*/^]\\s).*");
    if (!isMath) {
      metrics.put("m1", MetricText.parse("EXPRESSION", text));
    }
    expression = isMath ? Optional.of(parse(inline(text))) : Optional.empty();
  }

  private void name(String option) {
    int equals = option.indexOf('=');
    if (equals <= 0 || !MathProgram.isId(option.substring(0, equals))) {
      throw new BadInputException(
          "--metric: found '%s'; allowed: ID=METRIC, such as m1=WebGroup.CPUUtilization"
              .formatted(option));
    }
    String id = option.substring(0, equals);
    if (id.equals(RESULT)
        || metrics.put(id, MetricText.parse("--metric", option.substring(equals + 1))) != null) {
      throw new BadInputException("--metric: the id '%s' is taken".formatted(id));
    }
  }

  private String inline(String source) {
    Matcher matcher = INLINE.matcher(source);
    StringBuilder replaced = new StringBuilder();
    int number = 0;
    while (matcher.find()) {
      String id;
      do {
        id = "m" + ++number;
      } while (metrics.containsKey(id));
      metrics.put(id, MetricText.parse("EXPRESSION", matcher.group(1)));
      String padded = id + " ".repeat(Math.max(0, matcher.group().length() - id.length()));
      matcher.appendReplacement(replaced, Matcher.quoteReplacement(padded));
    }
    return matcher.appendTail(replaced).toString();
  }

  private MathExpression parse(String math) {
    try {
      MathExpression parsed = MathExpression.parse(math);
      type = new MathProgram(List.copyOf(metrics.keySet()), Map.of(RESULT, parsed)).typeOf(RESULT);
      if (type.equals("S")) {
        throw new IllegalArgumentException("gives a number; allowed: a time series, or several");
      }
      return parsed;
    } catch (IllegalArgumentException wrong) {
      String message = String.valueOf(wrong.getMessage());
      throw new BadInputException(
          "EXPRESSION '%s': %s"
              .formatted(
                  text, message.replace("Error in expression '%s': ".formatted(RESULT), "")));
    }
  }

  /** Returns whether a statistic needs the samples of the whole run. */
  boolean needsSamples() {
    return metrics.values().stream().map(this::statistic).anyMatch(Statistic::needsSamples);
  }

  private Statistic statistic(MetricText metric) {
    return metric.statistic().orElse(statistic);
  }

  /** Returns the request with the metrics that a run published. */
  MetricMath resolve(MetricNames names) {
    List<MetricDataQuery> queries = new ArrayList<>();
    metrics.forEach(
        (id, metric) -> {
          MetricStat stat = new MetricStat(names.find(metric), statistic(metric), period);
          MetricDataQuery query = MetricDataQuery.metric(id, stat);
          queries.add(
              expression.isPresent()
                  ? query
                  : query.returned().labelled(metric.name() + " " + stat.statistic()));
        });
    // Several series go by their own labels.
    String label = type.equals("TS") ? text.strip() : "";
    expression.ifPresent(
        math -> queries.add(MetricDataQuery.expression(RESULT, math.toString()).labelled(label)));
    return MetricMath.of(queries).withPeriod(period);
  }
}
