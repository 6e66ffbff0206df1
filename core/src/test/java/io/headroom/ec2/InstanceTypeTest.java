package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InstanceTypeTest {
  @Test
  @Rule("ec2 2")
  void table_holdsSizesAndPrices() {
    InstanceType type = InstanceType.of("t3.large");
    assertThat(type.vCpus()).isEqualTo(2);
    assertThat(type.gibibytes()).isEqualTo(8.0);
    assertThat(type.usdPerHour()).hasValue(Money.usd("0.0832"));
    assertThat(InstanceTypes.all()).hasSize(140);
  }

  @Test
  @Rule("ec2 NM-2")
  void name_fallsIntoItsParts() {
    assertThat(InstanceTypeName.parse("c4.large"))
        .hasValue(new InstanceTypeName("c", OptionalInt.of(4), "", "", "large"));
    assertThat(InstanceTypeName.parse("m5a.2xlarge"))
        .hasValue(new InstanceTypeName("m", OptionalInt.of(5), "a", "", "2xlarge"));
    assertThat(InstanceTypeName.parse("c7gn.metal"))
        .hasValue(new InstanceTypeName("c", OptionalInt.of(7), "gn", "", "metal"));
    assertThat(InstanceTypeName.parse("u-3tb1.56xlarge"))
        .hasValue(new InstanceTypeName("u", OptionalInt.empty(), "", "3tb1", "56xlarge"));
    assertThat(InstanceTypeName.parse("m7i-flex.large"))
        .hasValue(new InstanceTypeName("m", OptionalInt.of(7), "i", "flex", "large"));
    assertThat(InstanceTypeName.parse("large.m5")).isEmpty();
  }

  @Test
  @Rule("ec2 NM-5")
  void sizeLaw_holdsForEveryGeneralTypeOfTheTable() {
    for (InstanceType type : InstanceTypes.all()) {
      InstanceTypeName name = InstanceTypeName.parse(type.name()).orElseThrow();
      boolean general = name.gibibytesPerVcpu().isPresent() && !type.name().startsWith("c4");
      boolean odd = type.name().equals("m4.10xlarge") || type.name().equals("m4.16xlarge");
      if (general && name.vCpus().isPresent() && !odd) {
        assertThat(name.vCpus().getAsInt()).isEqualTo(type.vCpus());
        assertThat(name.gibibytesPerVcpu().get() * type.vCpus()).isEqualTo(type.gibibytes());
      }
    }
  }

  @Test
  @Rule("ec2 NM-4")
  void unknownName_getsItsSizeByLaw_butNeverAPrice() {
    InstanceType type = InstanceTypes.sized("m7i.4xlarge").orElseThrow();
    assertThat(type.vCpus()).isEqualTo(16);
    assertThat(type.gibibytes()).isEqualTo(64.0);
    assertThat(type.usdPerHour()).isEmpty();
    assertThat(InstanceTypes.sized("z9.gigantic")).isEmpty();
  }

  @Test
  void of_namesTypesOfTheSameFamily_whenItKnowsNone() {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> InstanceType.of("m5.lagre"));
    assertThat(problem).hasMessageThat().contains("unknown instance type 'm5.lagre'");
    assertThat(problem).hasMessageThat().contains("m5.large, m5.xlarge");
  }
}
