package io.headroom.cloudwatch.composite;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import org.junit.jupiter.api.Test;

/** "Composite alarm action suppression", Amazon CloudWatch User Guide. */
@Rule("cloudwatch 8.suppression")
class SuppressionTest {
  @Test
  void changeWhileTheSuppressorIsInAlarm_runsNothing() {
    Suppression machine = new Suppression(10, 5, true);
    assertThat(machine.compositeChanged(0)).isFalse();
    assertThat(machine.by()).hasValue(SuppressedBy.ALARM);
    assertThat(machine.next()).isEmpty();
  }

  @Test
  void changeWithoutIt_waitsAndThenRuns() {
    Suppression machine = new Suppression(10, 5, false);
    assertThat(machine.compositeChanged(0)).isFalse();
    assertThat(machine.by()).hasValue(SuppressedBy.WAIT_PERIOD);
    assertThat(machine.reached(9)).isFalse();
    assertThat(machine.reached(10)).isTrue();
    assertThat(machine.by()).isEmpty();
    assertThat(machine.reached(11)).isFalse();
  }

  @Test
  void furtherChange_beginsTheWaitAnew() {
    Suppression machine = new Suppression(10, 5, false);
    machine.compositeChanged(0);
    machine.compositeChanged(6);
    assertThat(machine.reached(10)).isFalse();
    assertThat(machine.next()).hasValue(16L);
    assertThat(machine.reached(16)).isTrue();
  }

  @Test
  void suppressorInTheWait_discardsIt() {
    Suppression machine = new Suppression(10, 5, false);
    machine.compositeChanged(0);
    assertThat(machine.suppressorChanged(4, true)).isFalse();
    assertThat(machine.by()).hasValue(SuppressedBy.ALARM);
    assertThat(machine.reached(10)).isFalse();
    assertThat(machine.suppressorChanged(20, false)).isFalse();
    assertThat(machine.by()).hasValue(SuppressedBy.EXTENSION_PERIOD);
    assertThat(machine.reached(25)).isTrue();
  }

  @Test
  void changeInTheExtension_makesItAWait() {
    Suppression machine = new Suppression(10, 5, true);
    machine.suppressorChanged(0, false);
    machine.compositeChanged(3);
    assertThat(machine.by()).hasValue(SuppressedBy.WAIT_PERIOD);
    assertThat(machine.reached(5)).isFalse();
    assertThat(machine.reached(13)).isTrue();
  }

  @Test
  void endOfTheExtension_runsOnlyWhatWasSuppressed() {
    Suppression machine = new Suppression(10, 5, true);
    machine.suppressorChanged(0, false);
    assertThat(machine.reached(5)).isFalse();
    assertThat(machine.by()).isEmpty();
  }

  @Test
  void periodsOfZero_endAtOnce() {
    Suppression machine = new Suppression(0, 0, false);
    assertThat(machine.compositeChanged(3)).isTrue();
    machine.suppressorChanged(4, true);
    machine.compositeChanged(5);
    assertThat(machine.suppressorChanged(6, false)).isTrue();
  }
}
