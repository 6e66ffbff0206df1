package io.headroom.reports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an activity came about, from AWS's cause text: clauses that begin with "At" and a time, two
 * blanks between them (autoscaling section 6). The first clause tells what was decided.
 *
 * @param desired the change of the desired capacity, {@code 6 → 10}; empty if there was none
 * @param words what decided it
 */
record Cause(Optional<String> desired, String words) {
  private static final Pattern BETWEEN_CLAUSES = Pattern.compile(" {2,}(?=At )");
  private static final Pattern TIME = Pattern.compile("^At \\S+ ");
  private static final Pattern CHANGE =
      Pattern.compile(" changing the desired capacity from (\\d+) to (\\d+)");
  private static final Pattern ALARM =
      Pattern.compile("^a monitor alarm (.+) in state (\\S+) triggered policy (.+)$");
  private static final Pattern RESPONSE =
      Pattern.compile("^an instance was .* in response to (?:an? )?");
  private static final Pattern TRACKING_ALARM =
      Pattern.compile("^TargetTracking-.*-(Alarm(?:High|Low))(?:-.*)?$");

  /** What an import calls an alarm that its template gives no name, after AWS's pattern. */
  private static final Pattern GIVEN_NAME = Pattern.compile("^sim-(\\w+)-[A-Z0-9]{12}$");

  /** Returns the clauses of a cause, as they are. */
  static List<String> clauses(String text) {
    return BETWEEN_CLAUSES.splitAsStream(text.strip()).toList();
  }

  /** Returns what the first clause tells. */
  static Cause of(String text) {
    String clause = TIME.matcher(clauses(text).get(0)).replaceFirst("").replaceFirst("\\.$", "");
    Matcher change = CHANGE.matcher(clause);
    return change.find()
        ? new Cause(
            Optional.of(change.group(1) + " → " + change.group(2)),
            shorten(change.replaceFirst("")))
        : new Cause(Optional.empty(), shorten(clause));
  }

  private static String shorten(String decision) {
    Matcher alarm = ALARM.matcher(decision);
    if (!alarm.matches()) {
      String reason = RESPONSE.matcher(decision).replaceFirst("");
      return reason.isEmpty() ? "no cause given" : reason;
    }
    return "%s (%s in %s)".formatted(alarm.group(3), alarm(alarm.group(1)), alarm.group(2));
  }

  /** Returns the logical id or name of an alarm; of one that AWS made for a policy, its kind. */
  static String alarm(String name) {
    String own = GIVEN_NAME.matcher(name).replaceFirst("$1");
    return TRACKING_ALARM.matcher(own).replaceFirst("$1");
  }
}
