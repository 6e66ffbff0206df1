package io.headroom.cloudformation.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the names, identifiers and ARNs that the service would give. They are functions of the
 * stack's name and the logical id, so that equal stacks have equal names.
 *
 * <p>Templates take ARNs apart, so their shape is that of the service. Source: the resource
 * reference, section "Return values" of each type.
 */
final class PhysicalNames {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int SUFFIX = 12;

  private final TemplateOptions options;

  PhysicalNames(TemplateOptions options) {
    this.options = options;
  }

  /** The name of an unnamed resource: stack, logical id and twelve characters. */
  String generated(String logicalId) {
    return options.stackName() + "-" + logicalId + "-" + characters(logicalId);
  }

  /** The name of an unnamed load balancer or target group, which has at most 32 characters. */
  String generatedShort(String logicalId) {
    return head(options.stackName()) + "-" + head(logicalId) + "-" + characters(logicalId);
  }

  private static String head(String text) {
    return text.length() <= 5 ? text : text.substring(0, 5);
  }

  private String characters(String logicalId) {
    byte[] hash = hash("name", logicalId);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SUFFIX; i++) {
      text.append(LETTERS.charAt(Byte.toUnsignedInt(hash[i]) % LETTERS.length()));
    }
    return text.toString();
  }

  /** Hexadecimal digits that belong to a resource, at most 64. */
  String hex(String logicalId, int digits) {
    StringBuilder text = new StringBuilder();
    for (byte each : hash("id", logicalId)) {
      text.append("%02x".formatted(Byte.toUnsignedInt(each)));
    }
    return text.substring(0, digits);
  }

  /** A universally unique identifier that belongs to a resource. */
  String uuid(String logicalId) {
    String hex = hex(logicalId, 32);
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }

  private byte[] hash(String purpose, String logicalId) {
    String text = purpose + "\n" + options.stackName() + "\n" + logicalId;
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The ARN of a resource of the region. */
  String arn(String service, String resource) {
    return String.join(
        ":", "arn", partition(), service, options.region(), options.accountId(), resource);
  }

  String partition() {
    if (options.region().startsWith("cn-")) {
      return "aws-cn";
    }
    return options.region().startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  String urlSuffix() {
    return options.region().startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  }

  String stackId() {
    return arn(
        "cloudformation", "stack/" + options.stackName() + "/" + uuid("AWS::CloudFormation"));
  }

  /** The names of a region's Availability Zones, alphabetically. */
  List<String> zones(String region) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < options.zones(); i++) {
      names.add(zone(region, i));
    }
    return names;
  }

  /** The name of the n-th zone of the stack's region, counting on from the start after the last. */
  String zone(int index) {
    return zone(options.region(), index % options.zones());
  }

  private static String zone(String region, int index) {
    return region + (char) ('a' + index);
  }

  TemplateOptions options() {
    return options;
  }
}
