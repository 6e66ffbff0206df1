package io.headroom.scenarios;

import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.Distribution;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario says about the machines of one group: {@code {concurrency: 2 per vCPU,
 * discipline: fcfs, acceptQueue: 50, boot: slow}}. What is left out stays as the template has it.
 *
 * @param concurrency how many requests are in service at most
 * @param discipline how the vCPUs are divided
 * @param acceptQueue how many requests wait at most
 * @param boot from running to an application that answers
 * @param ready how much longer the application refuses what is not a health check
 * @param restart the same for an instance that was prepared in a warm pool
 */
record InstanceSettings(
    Optional<Concurrency> concurrency,
    Optional<Discipline> discipline,
    Optional<Integer> acceptQueue,
    Optional<Distribution> boot,
    Optional<Distribution> ready,
    Optional<Distribution> restart) {

  private static final long LARGEST = 1_000_000;

  private static final Notation<Integer> COUNT =
      Notations.WHOLE
          .where(count -> count >= 1 && count <= LARGEST, "a whole number from 1 to 1000000")
          .map(Math::toIntExact);

  private static final Notation<Integer> LENGTH =
      Notations.WHOLE
          .where(count -> count >= 0 && count <= LARGEST, "a whole number from 0 to 1000000")
          .map(Math::toIntExact);

  private static final Notation<Concurrency> CONCURRENCY =
      new Notation<>(
          "a whole number of at least 1, or one for each vCPU such as '2 per vCPU'",
          InstanceSettings::concurrency);

  private static final Notation<Discipline> DISCIPLINE =
      Notations.word(
          Map.of(
              "processor-sharing", Discipline.PROCESSOR_SHARING,
              "fcfs", Discipline.FIRST_COME_FIRST_SERVED));

  static InstanceSettings read(Section section) {
    return new InstanceSettings(
        section.read("concurrency", CONCURRENCY),
        section.read("discipline", DISCIPLINE),
        section.read("acceptQueue", LENGTH),
        BootProfile.read(section, "boot"),
        law(section, "ready"),
        law(section, "restart"));
  }

  private static Optional<Distribution> law(Section section, String key) {
    return section.has(key) ? Laws.read(section, key) : Optional.empty();
  }

  private static Optional<Concurrency> concurrency(String text) {
    String words = text.replaceAll("\\s+", " ");
    String suffix = " per vCPU";
    boolean each =
        words.regionMatches(true, words.length() - suffix.length(), suffix, 0, suffix.length());
    String count = each ? words.substring(0, words.length() - suffix.length()) : words;
    return COUNT.parse(count).map(each ? Concurrency::perVcpu : Concurrency::of);
  }

  /** Returns the settings with the restart of prepared instances in place of their own. */
  LifecycleSettings applyTo(LifecycleSettings lifecycle) {
    return restart
        .flatMap(law -> lifecycle.warmPool().map(pool -> lifecycle.warmPool(pool.restart(law))))
        .orElse(lifecycle);
  }

  /** Returns the launch configuration with these settings in place of its own. */
  LaunchConfiguration applyTo(LaunchConfiguration launch) {
    ServiceModel service =
        new ServiceModel(
            discipline.orElse(launch.service().discipline()),
            concurrency.orElse(launch.service().workers()),
            acceptQueue.orElse(launch.service().acceptQueue()),
            ready.or(launch.service()::ready));
    LaunchConfiguration serving = launch.service(service);
    return boot.map(serving::bootTime).orElse(serving);
  }
}
