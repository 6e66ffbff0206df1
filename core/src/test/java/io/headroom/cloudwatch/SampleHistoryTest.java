package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The ring of samples against a map of lists. */
class SampleHistoryTest {
  @Property
  void samples_areThoseOfAMap(
      @ForAll @Size(max = 80) List<@IntRange(max = 12) Integer> times,
      @ForAll @IntRange(max = 20) int every,
      @ForAll @IntRange(max = 8) int kept) {
    SampleHistory history = new SampleHistory();
    TreeMap<Long, List<Double>> expected = new TreeMap<>();
    for (int i = 0; i < times.size(); i++) {
      long time = (long) times.get(i) + i / 4;
      history.add(time, i % 7, 1);
      expected.computeIfAbsent(time, key -> new ArrayList<>()).add(i % 7.0);
      if (i % (every + 1) == 0) {
        long horizon = expected.lastKey() - kept;
        history.expire(horizon);
        expected.headMap(horizon).clear();
      }
    }
    for (long time = 0; time < 40; time++) {
      List<Double> samples = expected.get(time);
      assertThat(history.at(time))
          .isEqualTo(
              samples == null
                  ? null
                  : SampleDistribution.of(
                      samples.stream().mapToDouble(Double::doubleValue).toArray()));
    }
  }
}
