package io.headroom.benchmarks.yardstick;

/** Chooses instances, and learns what came of it. */
interface Balancer {
  /** Returns the instance for the next request, which counts as under way from here on. */
  int choose();

  /** Notes that a request has left an instance. */
  void left(int instance);

  static Balancer of(Balancing balancing, int instances) {
    return switch (balancing) {
      case ROUND_ROBIN -> new InTurn(instances);
      case LEAST_OUTSTANDING -> new LeastBusy(instances);
    };
  }

  /** Round robin. */
  final class InTurn implements Balancer {
    private final int instances;
    private int next;

    InTurn(int instances) {
      this.instances = instances;
    }

    @Override
    public int choose() {
      int chosen = next;
      next = chosen + 1 == instances ? 0 : chosen + 1;
      return chosen;
    }

    @Override
    public void left(int instance) {}
  }
}
