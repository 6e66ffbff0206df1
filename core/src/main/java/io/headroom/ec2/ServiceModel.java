package io.headroom.ec2;

import io.headroom.sim.Distribution;
import java.util.Optional;

/**
 * How an instance serves requests.
 *
 * <p>A request takes a free worker, else it waits in the accept queue in order of arrival, else it
 * is refused. The defaults are those of a common Java web server (Apache Tomcat 10, "The HTTP
 * Connector": {@code maxThreads} 200, {@code acceptCount} 100).
 *
 * @param discipline how the vCPUs are divided; default processor sharing
 * @param workers how many requests are in service at most; default 200
 * @param acceptQueue how many requests wait at most; default 100, may be 0
 * @param ready how long after its boot the application can serve: until then it passes health
 *     checks and refuses every other request; default at once
 */
public record ServiceModel(
    Discipline discipline, Concurrency workers, int acceptQueue, Optional<Distribution> ready) {
  /** Processor sharing over the vCPUs with 200 workers and an accept queue of 100. */
  public static final ServiceModel WEB_SERVER =
      new ServiceModel(Discipline.PROCESSOR_SHARING, Concurrency.of(200), 100);

  /** Creates a model of an application that is ready as soon as it has booted. */
  public ServiceModel(Discipline discipline, Concurrency workers, int acceptQueue) {
    this(discipline, workers, acceptQueue, Optional.empty());
  }

  /** Checks the length of the queue. */
  public ServiceModel {
    if (acceptQueue < 0) {
      throw new IllegalArgumentException("acceptQueue must not be negative, was " + acceptQueue);
    }
  }

  /** Returns a model that serves in order of arrival with this many workers and a queue of 100. */
  public static ServiceModel firstComeFirstServed(Concurrency workers) {
    return new ServiceModel(Discipline.FIRST_COME_FIRST_SERVED, workers, 100);
  }

  /** Returns a copy with another number of workers. */
  public ServiceModel withWorkers(Concurrency newWorkers) {
    return new ServiceModel(discipline, newWorkers, acceptQueue, ready);
  }

  /** Returns a copy with another length of the accept queue. */
  public ServiceModel withAcceptQueue(int newAcceptQueue) {
    return new ServiceModel(discipline, workers, newAcceptQueue, ready);
  }

  /** Returns a copy with another discipline. */
  public ServiceModel withDiscipline(Discipline newDiscipline) {
    return new ServiceModel(newDiscipline, workers, acceptQueue, ready);
  }

  /** Returns a copy whose application serves some time after its boot. */
  public ServiceModel withReady(Distribution newReady) {
    return new ServiceModel(discipline, workers, acceptQueue, Optional.of(newReady));
  }
}
