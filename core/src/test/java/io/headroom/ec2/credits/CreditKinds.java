package io.headroom.ec2.credits;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.util.Map;

/** The kind of vectors about CPU credits. */
@Rule("ec2 CR-12")
@Rule("ec2 CR-13")
@Rule("cloudwatch 14.1")
public final class CreditKinds implements VectorKinds {
  @Override
  public String schema() {
    return "cloudwatch-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.of("ec2-credit", CreditKinds::credit);
  }

  /** The size does not matter: the vector names what it earns. */
  private static void credit(JsonNode vector) {
    CreditPlan plan =
        new CreditPlan(2, vector.get("creditsEarnedPerHour").asDouble(), 0, CreditMode.STANDARD);
    CreditAccount account = new CreditAccount(plan, CreditMode.STANDARD);
    account.accrued(vector.get("priorCreditBalance").asDouble());
    account.advance(vector.get("intervalMinutes").asDouble(), vector.get("creditUsage").asDouble());

    assertThat(account.balance()).isWithin(1e-9).of(vector.get("expectedCreditBalance").asDouble());
  }
}
