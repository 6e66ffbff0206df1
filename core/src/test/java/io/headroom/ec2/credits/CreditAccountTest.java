package io.headroom.ec2.credits;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class CreditAccountTest {
  private static CreditAccount open(String type, CreditMode mode) {
    return new CreditAccount(CreditPlan.of(type).orElseThrow(), mode);
  }

  @Test
  @Rule("ec2 CR-1")
  void baseline_isWhatTheEarnedCreditsPayFor() {
    assertThat(CreditPlan.of("t3.micro").orElseThrow().baseline()).isWithin(1e-9).of(0.1);
    assertThat(CreditPlan.of("t2.xlarge").orElseThrow().baseline()).isWithin(1e-9).of(0.225);
    assertThat(CreditPlan.of("t4g.2xlarge").orElseThrow().maximum()).isEqualTo(4608);
    assertThat(CreditPlan.of("m5.large")).isEmpty();
  }

  @Rule("ec2 3")
  @ParameterizedTest
  @CsvSource({
    "nano, 3, 72, 1, 0.05, 30, 6, 144, 2, 0.05",
    "micro, 6, 144, 1, 0.10, 30, 12, 288, 2, 0.10",
    "small, 12, 288, 1, 0.20, 30, 24, 576, 2, 0.20",
    "medium, 24, 576, 2, 0.20, 60, 24, 576, 2, 0.20",
    "large, 36, 864, 2, 0.30, 60, 36, 864, 2, 0.30",
    "xlarge, 54, 1296, 4, 0.225, 120, 96, 2304, 4, 0.40",
    "2xlarge, 81.6, 1958.4, 8, 0.17, 240, 192, 4608, 8, 0.40"
  })
  void plans_areThoseOfTheTable(ArgumentsAccessor row) {
    CreditPlan t2 = CreditPlan.of("t2." + row.getString(0)).orElseThrow();
    assertPlan(t2, row, 1);
    assertThat(t2.launchCredits()).isEqualTo(row.getDouble(5));
    for (String family : List.of("t3", "t3a", "t4g")) {
      CreditPlan plan = CreditPlan.of(family + "." + row.getString(0)).orElseThrow();
      assertPlan(plan, row, 6);
      assertThat(plan.launchCredits()).isEqualTo(0);
    }
  }

  private static void assertPlan(CreditPlan plan, ArgumentsAccessor row, int from) {
    assertThat(plan.perHour()).isEqualTo(row.getDouble(from));
    assertThat(plan.maximum()).isWithin(1e-9).of(row.getDouble(from + 1));
    assertThat(plan.vCpus()).isEqualTo(row.getInteger(from + 2));
    // The table rounds: 81.6 credits an hour pay for 17 % of each of eight vCPUs.
    assertThat(plan.baseline()).isWithin(1e-3).of(row.getDouble(from + 3));
  }

  @Test
  @Rule("ec2 CR-3")
  void defaultMode_isThatOfTheFamily() {
    assertThat(CreditPlan.of("t2.nano").orElseThrow().defaultMode()).isEqualTo(CreditMode.STANDARD);
    assertThat(CreditPlan.of("t3a.nano").orElseThrow().defaultMode())
        .isEqualTo(CreditMode.UNLIMITED);
  }

  @Test
  @Rule("ec2 CR-1")
  @Rule("ec2 CR-4")
  void idleT2Micro_showsItsLaunchCreditsBesideADaysEarning() {
    CreditAccount account = open("t2.micro", CreditMode.STANDARD);
    assertThat(account.balance()).isEqualTo(30);
    for (int hour = 0; hour < 30; hour++) {
      account.advance(60, 0);
    }
    assertThat(account.balance()).isWithin(1e-9).of(174);
    account.advance(5, 20);
    assertThat(account.balance()).isWithin(1e-9).of(154);
    assertThat(open("t2.micro", CreditMode.UNLIMITED).balance()).isEqualTo(0);
  }

  @Test
  @Rule("ec2 CR-5")
  @Rule("ec2 CR-12")
  void standard_isExhaustedWhenItsCreditsAreSpent() {
    CreditAccount account = open("t3.micro", CreditMode.STANDARD);
    account.accrued(2);
    account.advance(5, 2);
    assertThat(account.balance()).isWithin(1e-9).of(1);
    assertThat(account.isExhausted()).isFalse();
    account.advance(5, 5);
    assertThat(account.balance()).isEqualTo(0);
    assertThat(account.isExhausted()).isTrue();
    assertThat(account.surplus()).isEqualTo(0);
  }

  @Test
  @Rule("ec2 CR-6")
  @Rule("ec2 CR-9")
  @Rule("ec2 CR-12")
  void unlimited_spendsSurplusAndPaysItBack_andIsChargedAboveADaysEarning() {
    CreditAccount account = open("t3.nano", CreditMode.UNLIMITED);
    assertThat(account.isExhausted()).isFalse();
    account.advance(5, 10);
    assertThat(account.balance()).isEqualTo(0);
    assertThat(account.surplus()).isWithin(1e-9).of(9.5);
    account.advance(60, 0);
    assertThat(account.surplus()).isWithin(1e-9).of(3.5);
    account.advance(60, 0);
    assertThat(account.surplus()).isEqualTo(0);
    assertThat(account.balance()).isWithin(1e-9).of(2.5);
    account.advance(60, 200);
    assertThat(account.surplus()).isEqualTo(144);
    assertThat(account.charged()).isWithin(1e-9).of(200 - 6 - 2.5 - 144);
    account.settle();
    assertThat(account.charged()).isWithin(1e-9).of(191.5);
  }
}
