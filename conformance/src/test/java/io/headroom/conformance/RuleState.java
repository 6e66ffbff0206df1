package io.headroom.conformance;

/** How the simulator stands to a rule. */
enum RuleState {
  /** Modelled as the rule says, and a test checks it. */
  HOLDS("holds"),
  /** Modelled otherwise on purpose, and a test checks the difference. */
  DIFFERS("differs"),
  /** Outside of what this version simulates. */
  NOT_MODELLED("not modelled");

  private final String words;

  RuleState(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
