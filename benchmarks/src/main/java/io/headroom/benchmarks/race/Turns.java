package io.headroom.benchmarks.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One round of a contestant: some runs to warm up, some measured ones, of which the one with the
 * middle time counts.
 *
 * <p>If it has a reference, both take turns, A B, B A, A B: minutes apart a shared machine is not
 * the same any more. Its ratio is the median of the turns.
 */
record Turns(Supplier<Result> own, Optional<Supplier<Result>> reference) {

  Result run(Rounds rounds) {
    List<Result> measured = new ArrayList<>();
    for (int turn = 0; turn < rounds.warmups() + rounds.measured(); turn++) {
      Result result = reference.isPresent() ? compared(reference.get(), turn) : own.get();
      if (turn >= rounds.warmups()) {
        measured.add(result);
      }
    }
    double ratio = Spread.of(measured.stream().map(Result::ratio).toList()).median();
    measured.sort(Comparator.comparingDouble(Result::seconds));
    return measured.get(measured.size() / 2).withRatio(ratio);
  }

  private Result compared(Supplier<Result> other, int turn) {
    if (turn % 2 == 0) {
      Result result = own.get();
      return result.over(other.get());
    }
    Result theirs = other.get();
    return own.get().over(theirs);
  }
}
