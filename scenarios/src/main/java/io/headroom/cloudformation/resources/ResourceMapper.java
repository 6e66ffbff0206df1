package io.headroom.cloudformation.resources;

/**
 * Reads the resources of one type into a model.
 *
 * <p>A new type is one implementation and one line in the list of its family.
 *
 * @param <M> the model of the family
 */
public interface ResourceMapper<M> {

  /** Returns the type, as in {@code AWS::EC2::Subnet}. */
  String type();

  /** Reads one resource; problems go to the properties. */
  void read(Properties resource, M model);
}
