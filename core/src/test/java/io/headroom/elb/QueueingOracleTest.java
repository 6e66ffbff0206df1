package io.headroom.elb;

import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import io.headroom.testing.SeededProperties;
import io.headroom.testing.SharedData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The traffic plane against the formulas of queueing theory: each row of the oracle file must lie
 * in the confidence interval of 20 replications, and the interval must be narrow.
 *
 * <p>The level is 1 - 0.001 / rows, so that all rows together fail by chance once in 1,000 seeds.
 * Rows so variable or so close to saturation that they need minutes are left to {@code
 * -Dheadroom.soak=true}.
 */
class QueueingOracleTest {
  private static final int REPLICATIONS = 20;
  private static final int ROWS = 60;
  private static final double WIDEST = 0.08;
  private static final Duration FOREVER = Duration.ofDays(3_650);

  /** A queue: arrivals per second, service, machines, and what the row says about it. */
  private record Queue(
      double perSecond,
      Distribution demand,
      ServiceModel service,
      int machines,
      double load,
      double variability) {}

  @TestFactory
  @Rule("workloads 8")
  Stream<DynamicTest> oracleRows() throws IOException {
    JsonNode rows =
        new ObjectMapper().readTree(SharedData.vectors("queueing.json").toFile()).get("rows");
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row : rows) {
      JsonNode p = row.get("params");
      for (Queue queue : queues(row.get("model").asText(), p)) {
        if (SeededProperties.isSoak() || (queue.load < 0.93 && queue.variability < 40)) {
          String name = row.get("id").asText() + " " + row.get("model").asText() + " " + queue;
          tests.add(DynamicTest.dynamicTest(name, () -> check(queue, row.get("results"))));
        }
      }
    }
    assertWithMessage("rows found").that(tests.size()).isAtLeast(25);
    return tests.stream();
  }

  private static List<Queue> queues(String model, JsonNode p) {
    return switch (model) {
      case "M/M/1" -> List.of(fcfs(p, exponential(1 / p.get("mu").asDouble()), 1, 1_000_000));
      case "M/M/c" ->
          List.of(fcfs(p, exponential(1 / p.get("mu").asDouble()), p.get("c").asInt(), 1_000_000));
      case "M/M/c/K" -> {
        int c = p.get("c").asInt();
        yield List.of(fcfs(p, exponential(1 / p.get("mu").asDouble()), c, p.get("K").asInt() - c));
      }
      case "M/D/1 FCFS" ->
          List.of(
              fcfs(p, Distribution.constant(seconds(p.get("service").asDouble())), 1, 1_000_000));
      case "M/H2/1 FCFS (balanced means)" ->
          List.of(
              fcfs(
                  p,
                  Distribution.hyperExponential(
                      seconds(p.get("mean").asDouble()), Math.sqrt(p.get("scv").asDouble())),
                  1,
                  1_000_000));
      case "M/LogNormal/1 FCFS" ->
          List.of(
              fcfs(
                  p,
                  Distribution.logNormalByMedian(
                      seconds(Math.exp(p.get("muLog").asDouble())), p.get("sigmaLog").asDouble()),
                  1,
                  1_000_000));
      case "M/G/1-PS (insensitive)" ->
          List.of(
              shared(p, Distribution.constant(seconds(1))),
              shared(p, exponential(1)),
              shared(p, Distribution.hyperExponential(seconds(1), 2)));
      case "round robin over c FCFS servers (each E_c/M/1)" -> {
        int c = p.get("c").asInt();
        double mu = p.get("mu").asDouble();
        double rho = p.get("rho").asDouble();
        yield List.of(
            new Queue(rho * c * mu, exponential(1 / mu), service(1, 1_000_000), c, rho, 1));
      }
      default -> List.of();
    };
  }

  private static Queue fcfs(JsonNode p, Distribution demand, int workers, int queue) {
    double lambda = p.get("lambda_").asDouble();
    double load = queue < 1_000_000 ? 0.75 : lambda * demand.mean() / workers;
    return new Queue(lambda, demand, service(workers, queue), 1, load, variability(p));
  }

  /** How many times more requests a variable demand, or a rare refusal, needs. */
  private static double variability(JsonNode p) {
    if (p.has("sigmaLog")) {
      return Math.exp(2 * Math.pow(p.get("sigmaLog").asDouble(), 2));
    }
    if (p.has("K")) {
      return 4;
    }
    return p.has("scv") ? 1 + p.get("scv").asDouble() : 1;
  }

  /** Processor sharing without a limit on the requests in service. */
  private static Queue shared(JsonNode p, Distribution demand) {
    double lambda = p.get("lambda_").asDouble();
    ServiceModel model =
        new ServiceModel(Discipline.PROCESSOR_SHARING, Concurrency.of(1_000_000), 0);
    return new Queue(lambda, demand, model, 1, lambda * demand.mean(), 2);
  }

  private static ServiceModel service(int workers, int queue) {
    return ServiceModel.firstComeFirstServed(Concurrency.of(workers)).withAcceptQueue(queue);
  }

  private static Distribution exponential(double mean) {
    return Distribution.exponential(seconds(mean));
  }

  private static Duration seconds(double value) {
    return Duration.ofNanos(Math.round(value * 1e9));
  }

  private static void check(Queue queue, JsonNode results) {
    SummaryStatistics response = new SummaryStatistics();
    SummaryStatistics blocked = new SummaryStatistics();
    for (int replication = 0; replication < REPLICATIONS; replication++) {
      ElbFixture elb = run(queue, replication);
      response.addValue(elb.meanResponseSeconds());
      long refused = elb.count(Outcome.REFUSED);
      blocked.addValue(refused / (double) (refused + elb.count(Outcome.COMPLETED)));
    }
    assertInside("mean response", response, results.get("W").asDouble());
    if (results.has("pBlock")) {
      assertInside("blocking", blocked, results.get("pBlock").asDouble());
    }
  }

  private static ElbFixture run(Queue queue, int replication) {
    ElbFixture elb = new ElbFixture(1_000 + replication, ElbFixture.quiet());
    elb.launch =
        elb.launch
            .type(new InstanceType("test.one", 1, 1, Optional.empty()))
            .service(queue.service);
    TargetGroup group = elb.direct(FOREVER);
    for (int i = 0; i < queue.machines; i++) {
      group.registerHealthy(elb.running("a"));
    }
    elb.poisson(queue.perSecond, queue.demand, FOREVER);
    double requests = queue.variability * Math.max(50_000, 2_500 / Math.pow(1 - queue.load, 2));
    double span = requests / queue.perSecond;
    elb.runTo(span / 10);
    elb.balancers.closeMinute();
    elb.runTo(span);
    return elb;
  }

  private static void assertInside(String what, SummaryStatistics sample, double expected) {
    double level = 1 - 0.001 / ROWS;
    double quantile =
        new TDistribution(REPLICATIONS - 1.0).inverseCumulativeProbability((1 + level) / 2);
    double halfWidth = quantile * sample.getStandardDeviation() / Math.sqrt(REPLICATIONS);
    assertWithMessage(what).that(sample.getMean()).isWithin(halfWidth + 1e-9).of(expected);
    assertWithMessage("half-width of " + what).that(halfWidth).isLessThan(WIDEST * expected);
  }
}
