package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TimeWeightedTest {
  @Test
  void mean_weighsValuesByTheirTime() {
    TimeWeighted instances = new TimeWeighted(0, 2);
    instances.set(30 * SimTime.SECOND, 5);
    assertThat(instances.integralUntil(40 * SimTime.SECOND)).isEqualTo(2 * 30 + 5 * 10.0);
    assertThat(instances.meanUntil(40 * SimTime.SECOND)).isEqualTo(2.75);
    assertThat(instances.minimum()).isEqualTo(2.0);
    assertThat(instances.maximum()).isEqualTo(5.0);
  }

  @Test
  void mean_isThePresentValue_beforeTimeHasPassed() {
    assertThat(new TimeWeighted(10, 3).meanUntil(10)).isEqualTo(3.0);
  }

  @Test
  void set_refusesToGoBack() {
    TimeWeighted value = new TimeWeighted(10, 3);
    assertThrows(IllegalArgumentException.class, () -> value.set(9, 4));
  }
}
