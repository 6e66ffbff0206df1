package io.headroom.sqs;

import io.headroom.sim.Distribution;
import io.headroom.sim.HotSource;
import io.headroom.sim.RandomStream;
import io.headroom.sqs.Worker.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages and the workers that poll them, as a hot source: an event for each message sent and
 * worked on, and none for one that waits.
 */
final class QueuePlane implements HotSource {
  private final Messages messages;
  private final List<MessageQueue> queues;
  private final List<MessageSource> sources = new ArrayList<>();
  private final WorkerHeap workers = new WorkerHeap();
  private final Map<MessageQueue, Deque<Worker>> waiting = new LinkedHashMap<>();
  private final Map<MessageQueue, Distribution> demands = new LinkedHashMap<>();
  private final RandomStream random;
  private long events;

  QueuePlane(Messages messages, List<MessageQueue> queues, RandomStream random) {
    this.messages = messages;
    this.queues = queues;
    this.random = random;
    queues.forEach(queue -> waiting.put(queue, new ArrayDeque<>()));
  }

  /** Adds a stream of messages, each of which takes a worker so long. */
  void add(MessageSource source, Distribution demand) {
    sources.add(source);
    demands.put(source.queue(), demand);
  }

  /** Lets a worker poll from now on. */
  void start(Worker worker, long nowNanos) {
    worker.become(State.IDLE, nowNanos);
    workers.add(worker);
  }

  @Override
  public long nextNanos() {
    long next = workers.nextNanos();
    for (MessageSource source : sources) {
      next = Math.min(next, source.nextNanos());
    }
    for (MessageQueue queue : queues) {
      next = Math.min(next, queue.nextNanos());
    }
    return next;
  }

  @Override
  public long advance(long limitNanos) {
    for (long now = nextNanos(); now <= limitNanos; now = nextNanos()) {
      step(now);
    }
    return limitNanos;
  }

  private void step(long nowNanos) {
    events++;
    for (MessageQueue queue : queues) {
      queue.pass(nowNanos);
    }
    for (MessageSource source : sources) {
      if (source.nextNanos() == nowNanos) {
        source.send();
      }
    }
    for (MessageQueue queue : queues) {
      wake(queue, nowNanos);
    }
    if (workers.nextNanos() == nowNanos) {
      turn(workers.poll(), nowNanos);
    }
  }

  private void wake(MessageQueue queue, long nowNanos) {
    Deque<Worker> polls = waiting.getOrDefault(queue, new ArrayDeque<>());
    while (queue.hasVisible() && !polls.isEmpty()) {
      Worker worker = polls.removeFirst();
      if (worker.is(State.WAITING)) {
        poll(worker, nowNanos);
      }
    }
  }

  private void turn(Worker worker, long nowNanos) {
    switch (worker.state()) {
      case IDLE -> poll(worker, nowNanos);
      case WAITING -> {
        worker.queue().receivedNothing();
        waiting.getOrDefault(worker.queue(), new ArrayDeque<>()).remove(worker);
        poll(worker, nowNanos);
      }
      case WORKING -> {
        if (worker.finish(nowNanos)) {
          work(worker, nowNanos);
        } else {
          poll(worker, nowNanos);
        }
      }
      case STOPPED -> {}
    }
  }

  private void poll(Worker worker, long nowNanos) {
    if (worker.receive(nowNanos, messages)) {
      work(worker, nowNanos);
      return;
    }
    if (worker.waitNanos() > 0) {
      worker.become(State.WAITING, nowNanos + worker.waitNanos());
      waiting.getOrDefault(worker.queue(), new ArrayDeque<>()).addLast(worker);
    } else {
      worker.queue().receivedNothing();
      worker.become(State.IDLE, nowNanos + worker.idleNanos());
    }
    workers.add(worker);
  }

  private void work(Worker worker, long nowNanos) {
    Distribution demand = demands.get(worker.queue());
    worker.begin(nowNanos, demand == null ? 0 : demand.sampleNanos(random));
    workers.add(worker);
  }

  /** Counts the progress of work that goes on as an event, so that nobody takes it for idleness. */
  void progressed() {
    events++;
  }

  @Override
  public void deliver() {}

  @Override
  public long events() {
    return events;
  }
}
