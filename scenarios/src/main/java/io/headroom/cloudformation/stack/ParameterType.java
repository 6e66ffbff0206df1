package io.headroom.cloudformation.stack;

import java.util.Optional;
import java.util.Set;

/**
 * The declared type of a parameter.
 *
 * @param name the type as written
 * @param item the type of the value, or of each item of a list: String, Number or an AWS type
 * @param list whether the value is a list
 * @param source where the value comes from
 */
record ParameterType(String name, String item, boolean list, Source source) {

  /** Where the value of a parameter comes from. */
  enum Source {
    /** What is given is the value. */
    DIRECT,
    /** What is given is the key of a value in Systems Manager's parameter store. */
    SSM
  }

  static final ParameterType STRING = new ParameterType("String", "String", false, Source.DIRECT);

  private static final Set<String> ITEMS =
      Set.of(
          "String",
          "Number",
          "AWS::EC2::AvailabilityZone::Name",
          "AWS::EC2::Image::Id",
          "AWS::EC2::Instance::Id",
          "AWS::EC2::KeyPair::KeyName",
          "AWS::EC2::SecurityGroup::GroupName",
          "AWS::EC2::SecurityGroup::Id",
          "AWS::EC2::Subnet::Id",
          "AWS::EC2::Volume::Id",
          "AWS::EC2::VPC::Id",
          "AWS::Route53::HostedZone::Id",
          "AWS::SSM::Parameter::Name");

  private static final String SSM_VALUE = "AWS::SSM::Parameter::Value<";

  /** Reads a type's name; empty if the service has no such type. */
  static Optional<ParameterType> of(String name) {
    if (name.startsWith(SSM_VALUE) && name.endsWith(">")) {
      return of(name.substring(SSM_VALUE.length(), name.length() - 1))
          .map(inner -> new ParameterType(name, inner.item, inner.list, Source.SSM));
    }
    if (name.equals("CommaDelimitedList")) {
      return Optional.of(new ParameterType(name, "String", true, Source.DIRECT));
    }
    boolean list = name.startsWith("List<") && name.endsWith(">");
    String item = list ? name.substring("List<".length(), name.length() - 1) : name;
    return ITEMS.contains(item)
        ? Optional.of(new ParameterType(name, item, list, Source.DIRECT))
        : Optional.empty();
  }

  boolean isNumber() {
    return item.equals("Number") && source == Source.DIRECT;
  }

  boolean isFromSsm() {
    return source == Source.SSM;
  }
}
