package io.headroom.ec2;

/**
 * A number of workers, given for the instance or for each of its vCPUs.
 *
 * @param count how many, positive
 * @param scope what the count is for
 */
public record Concurrency(int count, Scope scope) {
  /** What a count of workers refers to. */
  public enum Scope {
    /** The count is that of the whole instance. */
    INSTANCE,
    /** The count is multiplied by the vCPUs of the instance type. */
    VCPU
  }

  /** Checks the count. */
  public Concurrency {
    if (count <= 0) {
      throw new IllegalArgumentException("count must be positive, was " + count);
    }
  }

  /** Returns a number of workers that does not depend on the instance type. */
  public static Concurrency of(int count) {
    return new Concurrency(count, Scope.INSTANCE);
  }

  /** Returns a number of workers for each vCPU. */
  public static Concurrency perVcpu(int count) {
    return new Concurrency(count, Scope.VCPU);
  }

  /** Returns the number of workers on an instance with so many vCPUs. */
  public int workers(int vCpus) {
    return scope == Scope.VCPU ? Math.multiplyExact(count, vCpus) : count;
  }

  @Override
  public String toString() {
    return scope == Scope.VCPU ? count + " per vCPU" : Integer.toString(count);
  }
}
