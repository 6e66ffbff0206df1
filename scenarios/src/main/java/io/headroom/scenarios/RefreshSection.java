package io.headroom.scenarios;

import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.refresh.Checkpoints;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.refresh.RefreshPreferences.Blocked;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code startInstanceRefresh: {MinHealthyPercentage: 90, CheckpointPercentages: [20, 100],
 * DesiredConfiguration: {InstanceType: m5.xlarge}}}, in the words of the API; its durations may
 * have a unit.
 */
final class RefreshSection {
  private static final Notation<Integer> WHOLE =
      Notations.WHOLE
          .where(number -> number >= 0 && number <= 1_000_000, "a whole number of at least 0")
          .map(Long::intValue);

  private static final Notation<Duration> SECONDS =
      new Notation<>(
          "a number of seconds such as 600, or a duration such as 10m",
          text ->
              WHOLE.parse(text).map(Duration::ofSeconds).or(() -> Notations.DURATION.parse(text)));

  private static final Notation<Boolean> TRUTH =
      Notations.word(Map.of("true", true, "false", false));

  private static final Notation<Blocked> PROTECTED =
      Notations.word(
          Map.of("Wait", Blocked.WAIT, "Ignore", Blocked.IGNORE, "Refresh", Blocked.REPLACE));

  private static final Notation<Blocked> STANDBY =
      Notations.word(Map.of("Wait", Blocked.WAIT, "Ignore", Blocked.IGNORE));

  private RefreshSection() {}

  /** Returns the start of a refresh; what the API would refuse is a problem. */
  static GroupOperation start(Section section) {
    Optional<DesiredConfiguration> desired =
        section.section("DesiredConfiguration").map(UpdateSection::launch);
    return new RefreshOperation.Start(preferences(section), desired);
  }

  private static RefreshPreferences preferences(Section section) {
    RefreshPreferences api = RefreshPreferences.API;
    return new RefreshPreferences(
        section.read("MinHealthyPercentage", WHOLE),
        section.read("MaxHealthyPercentage", WHOLE),
        section.read("InstanceWarmup", SECONDS),
        new Checkpoints(list(section, "CheckpointPercentages", WHOLE)),
        section.read("CheckpointDelay", SECONDS),
        section.read("SkipMatching", TRUTH).orElse(api.skipMatching()),
        section.read("AutoRollback", TRUTH).orElse(api.autoRollback()),
        section.read("ScaleInProtectedInstances", PROTECTED).orElse(api.scaleInProtected()),
        section.read("StandbyInstances", STANDBY).orElse(api.standby()),
        section.read("BakeTime", SECONDS).orElse(api.bakeTime()),
        list(section, "Alarms", new Notation<>("the name of an alarm", Optional::of)));
  }

  private static <T> List<T> list(Section section, String key, Notation<T> notation) {
    return section.value(key).map(Value::items).orElse(List.of()).stream()
        .flatMap(item -> item.as(notation).stream())
        .toList();
  }
}
