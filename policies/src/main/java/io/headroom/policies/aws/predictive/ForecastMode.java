package io.headroom.policies.aws.predictive;

import java.util.Arrays;
import java.util.Optional;

/** Whether a predictive scaling policy acts on its forecasts. */
public enum ForecastMode {
  /** It forecasts and publishes; the default. */
  FORECAST_ONLY("ForecastOnly"),
  /** It also raises the desired capacity to the forecast. */
  FORECAST_AND_SCALE("ForecastAndScale");

  private final String awsName;

  ForecastMode(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name. */
  public String awsName() {
    return awsName;
  }

  /** Returns the mode with AWS's name; empty if there is none. */
  public static Optional<ForecastMode> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }
}
