package io.headroom.autoscaling.refusal;

import static io.headroom.autoscaling.refusal.Refusal.validation;

/** What is refused about the launch source of a group, and about launch configurations. */
public final class LaunchRefusals {
  private LaunchRefusals() {}

  /** Returns the refusal of no launch source, or of several, at the creation of a group. */
  public static Refusal source() {
    return validation(
        "LaunchTemplate",
        "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or"
            + " MixedInstancesPolicy parameter.");
  }

  /** Returns the refusal of no launch source, or of several, at the update of a group. */
  public static Refusal sourceOfUpdate() {
    return validation(
        "LaunchTemplate",
        "Valid requests must contain either LaunchTemplate, LaunchConfigurationName or"
            + " MixedInstancesPolicy parameter.");
  }

  /** Returns the refusal of a launch template without an id and without a name, or with both. */
  public static Refusal templateName() {
    return validation(
        "LaunchTemplateId",
        "Valid requests must contain either launchTemplateId or LaunchTemplateName");
  }

  /** Returns the refusal of a launch template that cannot launch anything. */
  public static Refusal template(String why) {
    return validation(
        "LaunchTemplate", "You must use a valid fully-formed launch template. " + why);
  }

  /** Returns the refusal of an instance that does not exist as a launch source. */
  public static Refusal instance(String id) {
    return validation("InstanceId", "Instance [%s] is invalid.".formatted(id));
  }

  /** Returns the refusal of a launch configuration that says too little. */
  public static Refusal incompleteConfiguration() {
    return validation(
        "ImageId",
        "Valid requests must contain either the InstanceID parameter or both the ImageId and"
            + " InstanceType parameters.");
  }

  /** Returns the refusal of a launch configuration's name that is taken. */
  public static Refusal configurationExists(String name) {
    return new Refusal(
        ErrorCode.ALREADY_EXISTS,
        "LaunchConfigurationName",
        ("Launch Configuration by this name already exists - A launch configuration already exists"
                + " with the name %s")
            .formatted(name));
  }

  /** Returns the refusal to delete a launch configuration that a group uses. */
  public static Refusal configurationInUse(String name, String group) {
    return new Refusal(
        ErrorCode.RESOURCE_IN_USE,
        "LaunchConfigurationName",
        "Cannot delete launch configuration %s because it is attached to AutoScalingGroup %s"
            .formatted(name, group));
  }

  /** Returns the refusal of weights on some overrides only, or outside of 1 to 999. */
  public static Refusal weights(String why) {
    return validation("WeightedCapacity", why);
  }
}
