package io.headroom.conformance;

import java.util.Optional;

/**
 * One rule of a specification, as the catalogue has it.
 *
 * @param id where the rule stands
 * @param meaning what it says, in a few words
 * @param difference why the simulator differs on purpose, if it does
 * @param absence why the rule is not modelled, should no test check it
 */
record CataloguedRule(RuleId id, String meaning, Optional<String> difference, String absence) {

  /** What the document says of this rule, given whether any test checks it. */
  RuleState state(boolean tested) {
    if (difference.isPresent()) {
      return RuleState.DIFFERS;
    }
    return tested ? RuleState.HOLDS : RuleState.NOT_MODELLED;
  }

  /** Why the rule is in a state; empty for one that simply holds. */
  String reason(RuleState state) {
    return switch (state) {
      case HOLDS -> "";
      case DIFFERS -> difference.orElseThrow();
      case NOT_MODELLED -> absence;
    };
  }
}
