package io.headroom.ec2.credits;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import org.junit.jupiter.api.Test;

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
