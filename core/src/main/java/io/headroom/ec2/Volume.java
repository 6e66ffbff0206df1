package io.headroom.ec2;

/**
 * An EBS volume that a launch creates and, unless told otherwise, termination deletes.
 *
 * @param gibibytes the allocated size in GiB, positive
 * @param type the volume type, such as {@code gp3}
 */
public record Volume(int gibibytes, String type) {
  /** Checks the size. */
  public Volume {
    if (gibibytes <= 0) {
      throw new IllegalArgumentException("gibibytes must be positive, was " + gibibytes);
    }
  }

  /** Returns the root volume of a Linux image when nothing says otherwise: 8 GiB of this type. */
  public static Volume linuxRoot(String type) {
    return new Volume(8, type);
  }
}
