package io.headroom.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.headroom.AlarmTransition;
import io.headroom.ReactionBudget;
import io.headroom.ReactionBudget.Part;
import io.headroom.ReactionBudget.Stage;
import io.headroom.SimulationResult;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.ec2.Bill;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the logs of a run: one for each thing that happened. */
final class LogRows {
  private LogRows() {}

  static void activities(SimulationResult result, CsvWriter csv) {
    WallClock clock = WallClock.of(result);
    csv.writeRecord(
        "id",
        "group",
        "instance",
        "status",
        "start",
        "end",
        "description",
        "cause",
        "statusMessage");
    for (ScalingActivity activity : result.activities()) {
      csv.writeRecord(
          Integer.toString(activity.id()),
          activity.group(),
          activity.instance().orElse(""),
          activity.status().awsName(),
          clock.iso(activity.startNanos()),
          activity.endNanos().map(clock::iso).orElse(""),
          activity.description(),
          activity.cause(),
          activity.statusMessage());
    }
  }

  static void ledger(SimulationResult result, CsvWriter csv) {
    WallClock clock = WallClock.of(result);
    csv.writeRecord(
        "time",
        "last",
        "times",
        "group",
        "policy",
        "alarm",
        "saw",
        "reason",
        "desiredBefore",
        "wanted",
        "desiredAfter",
        "obstacles");
    for (LedgerEntry entry : result.ledger()) {
      csv.writeRecord(
          clock.iso(entry.timeNanos()),
          clock.iso(entry.lastNanos()),
          Integer.toString(entry.times()),
          entry.group(),
          entry.policy(),
          entry.alarm().orElse(""),
          entry.saw(),
          entry.reason(),
          Integer.toString(entry.desiredBefore()),
          text(entry.wanted()),
          Integer.toString(entry.desiredAfter()),
          entry.obstacles().stream().map(Obstacle::words).collect(Collectors.joining("; ")));
    }
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  static void reactions(SimulationResult result, CsvWriter csv) {
    WallClock clock = WallClock.of(result);
    List<String> headings = new ArrayList<>(List.of("rise", "group", "policy", "instances"));
    Stream.of(Stage.values()).map(stage -> stage.words() + " [s]").forEach(headings::add);
    headings.add("total [s]");
    csv.writeRecord(headings);
    for (ReactionBudget reaction : result.reactions()) {
      List<String> cells = new ArrayList<>();
      cells.add(clock.iso(reaction.riseNanos()));
      cells.add(reaction.group());
      cells.add(reaction.policy());
      cells.add(Integer.toString(reaction.instances()));
      Stream.of(Stage.values()).map(stage -> seconds(length(reaction, stage))).forEach(cells::add);
      cells.add(seconds(reaction.total()));
      csv.writeRecord(cells);
    }
  }

  private static Duration length(ReactionBudget reaction, Stage stage) {
    return reaction.parts().stream()
        .filter(part -> part.stage() == stage)
        .map(Part::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String seconds(Duration length) {
    return PlainNumber.strip(BigDecimal.valueOf(length.toNanos(), 9)).toPlainString();
  }

  static void alarms(SimulationResult result, CsvWriter csv) {
    WallClock clock = WallClock.of(result);
    csv.writeRecord("time", "alarm", "from", "to", "reason");
    for (AlarmTransition change : result.alarmHistory()) {
      csv.writeRecord(
          clock.iso(change.timeNanos()),
          change.alarm(),
          change.from().name(),
          change.to().name(),
          change.reason());
    }
  }

  static void bill(SimulationResult result, CsvWriter csv) {
    csv.writeRecord("kind", "owner", "item", "quantity", "amount [USD]");
    for (Bill.Line line : result.bill().lines()) {
      csv.writeRecord(
          line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          line.owner(),
          line.item(),
          line.quantity(),
          PlainNumber.strip(line.amount().toUsd()).toPlainString());
    }
  }
}
