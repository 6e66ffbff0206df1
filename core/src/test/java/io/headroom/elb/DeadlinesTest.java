package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Requests;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final long WAIT = 100;

  private final Requests requests = new Requests();
  private final Deadlines deadlines = new Deadlines(requests, WAIT, 3);

  private int arrive(long nanos) {
    int request = requests.take(nanos, 1);
    requests.send(request, 0, 0);
    deadlines.add(request, nanos);
    return request;
  }

  private int arriveLate(long nanos) {
    int request = requests.take(nanos, 1);
    requests.send(request, 0, 0);
    deadlines.addLate(request);
    return request;
  }

  @Test
  void lateOne_expiresInOrderOfArrival() {
    int third = arrive(30);
    int first = arriveLate(10);
    int second = arriveLate(20);

    assertThat(deadlines.nextNanos()).isEqualTo(110);
    for (int expected : new int[] {first, second, third}) {
      long due = requests.arrivalNanos(expected) + WAIT;
      assertThat(deadlines.due(due - 1)).isEqualTo(-1);
      assertThat(deadlines.due(due)).isEqualTo(expected);
      deadlines.take();
    }
    assertThat(deadlines.due(1_000)).isEqualTo(-1);
    assertThat(deadlines.nextNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void lateOneThatHasEnded_doesNotExpire() {
    int ended = arriveLate(10);
    int awaited = arriveLate(20);
    requests.release(ended);

    assertThat(deadlines.due(110)).isEqualTo(-1);
    assertThat(deadlines.due(120)).isEqualTo(awaited);
  }

  @Test
  void number_isThatOfTheRing() {
    assertThat(Deadlines.number(requests.serial(arrive(1)))).isEqualTo(3);
    assertThat(Deadlines.number(requests.serial(arriveLate(1)))).isEqualTo(3);
  }

  /**
   * The oldest request ends, the next one takes its row, and the ring is full: the row's old number
   * must not make the ended one look awaited, or the deadline of the second would be missed.
   */
  @Test
  void rowUsedAgain_doesNotHideTheNextDeadline() {
    int oldest = arrive(0);
    int second = arrive(1);
    for (int i = 2; i < 256; i++) {
      requests.release(arrive(i));
    }
    requests.release(oldest);

    int newest = arrive(90);

    assertThat(newest).isEqualTo(oldest);
    assertThat(deadlines.nextNanos()).isAtMost(1 + WAIT);
    assertThat(deadlines.due(1 + WAIT)).isEqualTo(second);
  }
}
