package io.headroom.testing.vectors;

/**
 * A kind of vectors that Headroom knows.
 *
 * @param schema the schema of the files that hold it
 * @param name its name, or {@code *} for all kinds of the schema
 * @param module the module whose tests check it
 * @param pending the part that has to be built first, or empty if there is a check
 */
record KnownKind(String schema, String name, String module, String pending) {

  boolean isPending() {
    return !pending.isEmpty();
  }
}
