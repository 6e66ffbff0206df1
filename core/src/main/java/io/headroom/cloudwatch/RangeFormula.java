package io.headroom.cloudwatch;

/** A statistic over the samples inside a range of positions or of values. */
final class RangeFormula extends SampleFormula {
  /** What is asked about the samples inside the range. */
  enum Kind {
    /** Their mean. */
    TM {
      @Override
      double of(SampleDistribution samples, SampleRange range) {
        double inside = range.count(samples);
        return inside == 0 ? Double.NaN : range.sum(samples) / inside;
      }
    },
    /** Their number. */
    TC {
      @Override
      double of(SampleDistribution samples, SampleRange range) {
        return range.count(samples);
      }
    },
    /** Their sum. */
    TS {
      @Override
      double of(SampleDistribution samples, SampleRange range) {
        return range.sum(samples);
      }
    },
    /** The mean of all samples after those outside moved to the nearer edge. */
    WM {
      @Override
      double of(SampleDistribution samples, SampleRange range) {
        return range.winsorizedMean(samples);
      }
    },
    /** Their share of all samples, in percent. */
    PR {
      @Override
      double of(SampleDistribution samples, SampleRange range) {
        return 100 * range.count(samples) / samples.statistics().sampleCount();
      }
    };

    abstract double of(SampleDistribution samples, SampleRange range);
  }

  private final Kind kind;
  private final SampleRange range;

  RangeFormula(Kind kind, SampleRange range) {
    this.kind = kind;
    this.range = range;
  }

  @Override
  double compute(SampleDistribution samples, PercentileEstimator percentile) {
    return kind.of(samples, range);
  }
}
