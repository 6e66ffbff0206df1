package io.headroom.cloudformation.stack;

import java.util.Map;
import java.util.TreeMap;

/**
 * The functions that may stand in the value of a property.
 *
 * <p>Source: AWS CloudFormation User Guide, "Intrinsic function reference", one page a function.
 */
final class Functions {

  /** Sorted, so that the name that a misspelled one is nearest to is the same in each process. */
  static final Map<String, IntrinsicFunction> BY_NAME =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Ref", ReferenceFunctions::ref),
              Map.entry("Fn::GetAtt", ReferenceFunctions::getAtt),
              Map.entry("Fn::ImportValue", ReferenceFunctions::importValue),
              Map.entry("Fn::Sub", new Substitution()),
              Map.entry("Fn::Join", TextFunctions::join),
              Map.entry("Fn::Base64", TextFunctions::base64),
              Map.entry("Fn::ToJsonString", TextFunctions::toJsonString),
              Map.entry("Fn::Split", ListFunctions::split),
              Map.entry("Fn::Select", ListFunctions::select),
              Map.entry("Fn::GetAZs", ListFunctions::getAzs),
              Map.entry("Fn::Length", ListFunctions::length),
              Map.entry("Fn::Cidr", new CidrFunction()),
              Map.entry("Fn::FindInMap", ChoiceFunctions::findInMap),
              Map.entry("Fn::If", ChoiceFunctions::choose),
              Map.entry("Fn::Transform", ChoiceFunctions::transform)));

  private Functions() {}
}
