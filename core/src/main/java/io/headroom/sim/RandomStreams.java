package io.headroom.sim;

/**
 * The named random streams of one replication of one seed.
 *
 * <p>Each stream is derived by hashing (seed, replication, name), so a new consumer never disturbs
 * an old one, and two policies meet the same traffic. Asking twice for one name gives two streams
 * that produce the same numbers.
 *
 * @param seed the seed of the scenario
 * @param replication the number of the replication, from 0
 */
public record RandomStreams(long seed, int replication) {
  /** Returns a fresh stream for the source of randomness with this name. */
  public RandomStream stream(String name) {
    long hash = RandomStream.mix(RandomStream.mix(seed) + replication);
    for (int i = 0; i < name.length(); i++) {
      hash = RandomStream.mix(hash + name.charAt(i));
    }
    return new RandomStream(RandomStream.mix(hash + name.length()));
  }

  /**
   * Returns a fresh stream for one of many like things, such as the boot of the n-th launch.
   *
   * @param name the name of the source of randomness
   * @param index which of the things
   */
  public RandomStream stream(String name, long index) {
    return stream(name + '#' + index);
  }

  /**
   * Returns the streams of one of many like consumers that use the same names, such as the second
   * of two workloads.
   *
   * @param scope the name of the consumer
   */
  public RandomStreams within(String scope) {
    return new RandomStreams(stream(scope).nextLong(), replication);
  }
}
