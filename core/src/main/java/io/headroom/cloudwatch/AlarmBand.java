package io.headroom.cloudwatch;

/** The expected values of an anomaly detection alarm by bucket. Nobody writes to the arrays. */
record AlarmBand(double[] lower, double[] upper) {}
