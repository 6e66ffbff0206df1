package io.headroom.policies.aws.predictive;

import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happens when a forecast comes close to MaxSize or above it.
 *
 * <p>"PredictiveScalingConfiguration", Amazon EC2 Auto Scaling API Reference. That "close" means
 * that the forecast with its buffer is above MaxSize, and that the product is rounded up, are
 * assumptions (PS7).
 *
 * @param behavior whether MaxSize holds
 * @param buffer MaxCapacityBuffer, the percentage by which MaxSize exceeds the forecast then, 0 to
 *     100
 */
public record MaxCapacityBreach(Behavior behavior, OptionalInt buffer) {

  /** Whether MaxSize holds. */
  public enum Behavior {
    /** It holds; the default. */
    HONOR_MAX_CAPACITY("HonorMaxCapacity"),
    /** It is raised, and stays so. */
    INCREASE_MAX_CAPACITY("IncreaseMaxCapacity");

    private final String awsName;

    Behavior(String awsName) {
      this.awsName = awsName;
    }

    /** Returns AWS's name. */
    public String awsName() {
      return awsName;
    }

    /** Returns the behavior with AWS's name; empty if there is none. */
    public static Optional<Behavior> named(String awsName) {
      return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
    }
  }

  /** MaxSize holds. */
  public static final MaxCapacityBreach HONOR =
      new MaxCapacityBreach(Behavior.HONOR_MAX_CAPACITY, OptionalInt.empty());

  /** Returns the rule that raises MaxSize above the forecast by a percentage, 0 to 100. */
  public static MaxCapacityBreach increase(int buffer) {
    return new MaxCapacityBreach(Behavior.INCREASE_MAX_CAPACITY, OptionalInt.of(buffer));
  }

  /** Returns why AWS would refuse it; empty if it would not. */
  public List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    if (behavior == Behavior.HONOR_MAX_CAPACITY && buffer.isPresent()) {
      refusals.add(PolicyRefusals.unexpectedBuffer());
    }
    if (behavior == Behavior.INCREASE_MAX_CAPACITY && buffer.isEmpty()) {
      refusals.add(PolicyRefusals.missingBuffer());
    }
    if (buffer.isPresent()) {
      PolicyRefusals.buffer(buffer.getAsInt()).ifPresent(refusals::add);
    }
    return refusals;
  }

  /** Returns the MaxSize that holds for a forecast. */
  public int effectiveMaximum(int maximum, int forecast) {
    if (behavior == Behavior.HONOR_MAX_CAPACITY) {
      return maximum;
    }
    BigDecimal raised =
        BigDecimal.valueOf((long) forecast * (100 + buffer.orElse(0)), 2)
            .setScale(0, RoundingMode.CEILING);
    return raised.max(BigDecimal.valueOf(maximum)).intValueExact();
  }
}
