package io.headroom.autoscaling;

import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.refusal.InstanceRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the instances of one group that an operation is about. */
record Selection(GroupMembers members) {
  /** The instances that were found, and what was refused about the choice. */
  record Found(List<Member> members, List<Refusal> refusals) {
    Found {
      members = List.copyOf(members);
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Returns the instances of a choice.
   *
   * @param fits those that the operation can be about
   * @param need what they have to be, in words
   */
  Found of(InstanceChoice choice, Predicate<Member> fits, String need) {
    return choice instanceof InstanceChoice.ByAge byAge
        ? byAge(byAge, fits, need)
        : byNumber((InstanceChoice.ByNumber) choice, fits, need);
  }

  private Found byAge(InstanceChoice.ByAge choice, Predicate<Member> fits, String need) {
    List<Member> all =
        members.all().stream()
            .filter(fits)
            .filter(member -> choice.zone().map(member.zone()::equals).orElse(true))
            .toList();
    if (all.size() < choice.count()) {
      return refused(choice.toString(), "only %d are %s".formatted(all.size(), need));
    }
    int from = choice.age() == InstanceChoice.Age.OLDEST ? 0 : all.size() - choice.count();
    return new Found(all.subList(from, from + choice.count()), List.of());
  }

  private Found byNumber(InstanceChoice.ByNumber choice, Predicate<Member> fits, String need) {
    List<Member> found = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (int number : choice.numbers()) {
      Optional<Member> member =
          members.all().stream().filter(m -> m.instance().ordinal() == number).findFirst();
      if (member.filter(fits).isPresent()) {
        found.add(member.get());
      } else {
        String is = member.map(m -> "is " + m.state().awsName()).orElse("is not in the group");
        refusals.add(InstanceRefusals.unfit("#" + number, is + ", not " + need));
      }
    }
    return new Found(found, refusals);
  }

  private static Found refused(String what, String why) {
    return new Found(List.of(), List.of(InstanceRefusals.unfit(what, why)));
  }
}
