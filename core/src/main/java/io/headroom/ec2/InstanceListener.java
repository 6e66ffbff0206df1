package io.headroom.ec2;

/** Learns what becomes of an instance; called with the clock at the time of the change. */
public interface InstanceListener {
  /** A listener that does not care. */
  InstanceListener NONE = new InstanceListener() {};

  /** The instance went from pending to running. */
  default void running(Instance instance) {}

  /** The application on the instance answers from now on. */
  default void answering(Instance instance) {}

  /** The instance is stopped, and can be started again. */
  default void stopped(Instance instance) {}

  /** The instance is likely to be called back; comes no later than the notice. */
  default void rebalanceRecommended(Instance instance) {}

  /** The instance will be interrupted two minutes from now. */
  default void interruptionNoticed(Instance instance) {}

  /** The instance is gone. */
  default void terminated(Instance instance) {}
}
