package io.headroom.sqs;

import io.headroom.cloudwatch.MetricStore;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.Simulator;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queues of one run, and the workers of the instances that poll them. Not thread-safe. */
public final class Queues {
  private final Environment environment;
  private final List<PollerSpec> pollers;
  private final Messages messages = new Messages();
  private final Map<String, MessageQueue> queues = new LinkedHashMap<>();
  private final List<QueueMetrics> metrics = new ArrayList<>();
  private final Map<Instance, List<Worker>> workers = new LinkedHashMap<>();
  private final QueuePlane plane;

  /**
   * What queues work with.
   *
   * @param simulator the kernel of the run
   * @param random the streams of the run
   * @param ec2 the instances
   * @param store the metrics of the run
   */
  public record Environment(
      Simulator simulator, RandomStreams random, Ec2 ec2, MetricStore store) {}

  /**
   * Creates the queues, empty.
   *
   * @throws IllegalArgumentException if a dead-letter queue or the queue of a poller does not exist
   */
  public Queues(Environment environment, List<QueueSpec> specs, List<PollerSpec> pollers) {
    this.environment = environment;
    this.pollers = List.copyOf(pollers);
    for (QueueSpec spec : specs) {
      MessageQueue queue = new MessageQueue(spec, messages);
      queues.put(spec.name(), queue);
      metrics.add(new QueueMetrics(queue, environment.store));
    }
    for (MessageQueue queue : queues.values()) {
      queue
          .spec()
          .redrive()
          .ifPresent(redrive -> queue.deadLetters(queue(redrive.deadLetterQueue())));
    }
    pollers.forEach(poller -> queue(poller.queue()));
    plane =
        new QueuePlane(
            messages, List.copyOf(queues.values()), environment.random.stream("message-demand"));
    if (!specs.isEmpty()) {
      environment.simulator.attach(plane);
      environment.ec2.onChange(this::changed);
    }
  }

  private MessageQueue queue(String name) {
    MessageQueue queue = queues.get(name);
    if (queue == null) {
      throw new IllegalArgumentException("no queue is called " + name);
    }
    return queue;
  }

  /** Returns whether there is a queue of this name. */
  public boolean contains(String name) {
    return queues.containsKey(name);
  }

  /**
   * Adds messages to a queue.
   *
   * @param name the queue's name
   * @param workload when they arrive
   * @param profile what each takes; only its demand counts
   * @param horizonNanos the end of the run
   */
  public void addMessages(
      String name, Workload workload, RequestProfile profile, long horizonNanos) {
    RandomStreams own = environment.random.within("queue/" + name);
    plane.add(new MessageSource(workload.open(own, horizonNanos), queue(name)), profile.demand());
  }

  /** Starts or stops the workers of an instance that has changed. */
  private void changed(Instance instance) {
    long nowNanos = environment.simulator.nowNanos();
    boolean works = instance.isAnswering();
    List<Worker> own = workers.get(instance);
    if (works && own == null) {
      List<Worker> started = started(instance, nowNanos);
      if (!started.isEmpty()) {
        workers.put(instance, started);
      }
    } else if (!works && own != null) {
      own.forEach(worker -> worker.stop(nowNanos));
      workers.remove(instance);
    }
  }

  private List<Worker> started(Instance instance, long nowNanos) {
    List<Worker> started = new ArrayList<>();
    for (PollerSpec poller : pollers) {
      if (poller.group().equals(instance.group())) {
        int vCpus = instance.configuration().type().vCpus();
        int count = poller.workers().orElse(vCpus);
        double stretch = Math.max(1, count / (double) vCpus);
        for (int i = 0; i < count; i++) {
          Worker worker = new Worker(instance, poller, queue(poller.queue()), stretch);
          plane.start(worker, nowNanos);
          started.add(worker);
        }
      }
    }
    return started;
  }

  /** Charges the work of the minute to the instances; before their metrics are published. */
  public void chargeMinute() {
    long nowNanos = environment.simulator.nowNanos();
    for (List<Worker> own : workers.values()) {
      for (Worker worker : own) {
        if (worker.is(Worker.State.WORKING)) {
          worker.charge(nowNanos);
          plane.progressed();
        }
      }
    }
  }

  /** Publishes the metrics of the minute that ends now, and drops messages that are too old. */
  public void publishMinute() {
    long nowNanos = environment.simulator.nowNanos();
    metrics.forEach(each -> each.publish(nowNanos));
    queues.values().forEach(queue -> queue.retain(nowNanos));
  }

  /** Returns how the queues stand, in the order in which they were given. */
  public List<QueueStatus> status() {
    long nowNanos = environment.simulator.nowNanos();
    return queues.values().stream()
        .map(
            queue ->
                new QueueStatus(
                    queue.spec().name(),
                    queue.visible(),
                    queue.inFlight(),
                    queue.delayed(),
                    queue.oldestNanos(nowNanos),
                    queue.sent(),
                    queue.deleted(),
                    queue.moved(),
                    queue.deadLettered(),
                    queue.expired()))
        .toList();
  }
}
