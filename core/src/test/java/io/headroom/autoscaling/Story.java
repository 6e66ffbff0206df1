package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.elb.TargetHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One group that users do things to, and what happened to each of its instances: a line for each
 * move, such as {@code 60 #3 Pending}, the number being that of the launch.
 */
final class Story {
  final GroupFixture run;
  private final AutoScalingGroupSpec.Builder group;
  private final List<TimedOperation> operations = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();

  /** A move of an instance, and whether a load balancer knew it then. */
  record Move(long second, int instance, LifecycleState state, boolean registered) {}

  Story(GroupFixture run, AutoScalingGroupSpec.Builder group) {
    this.run = run;
    this.group = group;
  }

  /** A story without any delay but those that it tells. */
  static Story immediate(AutoScalingGroupSpec.Builder group) {
    return new Story(new GroupFixture(Timings.immediate(), 7), group);
  }

  Story at(long second, GroupOperation operation) {
    operations.add(new TimedOperation(Duration.ofSeconds(second), operation));
    return this;
  }

  Story hooks(LifecycleHook... hooks) {
    return with(settings -> settings.hooks(Arrays.asList(hooks)));
  }

  Story with(UnaryOperator<LifecycleSettings> change) {
    group.lifecycle(change.apply(group.build().lifecycle()));
    return this;
  }

  Story start() {
    with(settings -> settings.operations(operations));
    run.start(group);
    group().members().onChange(this::moved);
    return this;
  }

  private void moved(Member member) {
    long second = GroupFixture.seconds(run.simulator.nowNanos());
    int number = member.instance().ordinal();
    boolean registered = run.targetGroup().health(member.instance()) != TargetHealth.UNUSED;
    moves.add(new Move(second, number, member.state(), registered));
    lines.add("%d #%d %s".formatted(second, number, member.state().awsName()));
  }

  Story to(long second) {
    if (lines.isEmpty() && run.autoScaling.groups().isEmpty()) {
      start();
    }
    run.runTo(second);
    return this;
  }

  AutoScalingGroup group() {
    return (AutoScalingGroup) run.group();
  }

  List<String> lines() {
    return lines;
  }

  /** Every move, in order. */
  List<Move> moves() {
    return moves;
  }

  List<Move> moves(int instance) {
    return moves.stream().filter(move -> move.instance == instance).toList();
  }

  /** The states that an instance went through, in order. */
  List<String> states(int instance) {
    return moves(instance).stream().map(move -> move.state.awsName()).toList();
  }

  /** When an instance first went to a state. */
  long second(int instance, LifecycleState state) {
    return moves(instance).stream()
        .filter(move -> move.state == state)
        .findFirst()
        .orElseThrow()
        .second;
  }

  List<OperationOutcome> outcomes() {
    return run.autoScaling.operations();
  }

  /** Everything that was refused. */
  List<String> refusals() {
    return outcomes().stream().flatMap(outcome -> outcome.refusals().stream()).toList();
  }
}
