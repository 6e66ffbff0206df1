package io.headroom.cloudwatch;

/** The statistics that the four numbers of a data point are enough for. */
enum BasicFormula implements Formula {
  SAMPLE_COUNT {
    @Override
    public double of(double sampleCount, double sum, double minimum, double maximum) {
      return sampleCount;
    }
  },
  SUM {
    @Override
    public double of(double sampleCount, double sum, double minimum, double maximum) {
      return sum;
    }
  },
  AVERAGE {
    @Override
    public double of(double sampleCount, double sum, double minimum, double maximum) {
      return sum / sampleCount;
    }
  },
  MINIMUM {
    @Override
    public double of(double sampleCount, double sum, double minimum, double maximum) {
      return minimum;
    }
  },
  MAXIMUM {
    @Override
    public double of(double sampleCount, double sum, double minimum, double maximum) {
      return maximum;
    }
  };

  @Override
  public double of(SampleDistribution samples, PercentileEstimator percentile) {
    StatisticSet set = samples.statistics();
    return of(set.sampleCount(), set.sum(), set.minimum(), set.maximum());
  }
}
