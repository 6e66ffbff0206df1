package io.headroom.cloudformation.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the outline of a template: sections, names and quotas.
 *
 * <p>Source: AWS CloudFormation User Guide, "Template anatomy" and "AWS CloudFormation quotas".
 */
final class TemplateSections {

  private static final String FORMAT_VERSION = "2010-09-09";
  private static final int LONGEST_DESCRIPTION = 1_024;
  private static final int LONGEST_NAME = 255;

  private static final List<String> KNOWN =
      List.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Transform",
          "Globals",
          "Hooks",
          "Resources",
          "Outputs");

  private static final List<String> MAPS =
      List.of("Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs");

  private static final Map<String, Integer> QUOTAS =
      Map.of("Resources", 500, "Parameters", 200, "Mappings", 200, "Outputs", 200);

  private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]+");

  private TemplateSections() {}

  static void check(MapNode root, Problems problems) {
    root.entries().forEach((key, value) -> checkSection(key, value, problems));
    Optional<TemplateNode> resources = root.get("Resources");
    if (resources.isEmpty()) {
      problems.error(root.line(), "", "a template needs the section Resources");
    } else if (resources.get() instanceof MapNode map && map.entries().isEmpty()) {
      problems.error(map.line(), "Resources", "a template needs at least one resource");
    }
    checkHead(root, problems);
    root.map("Resources").entries().forEach((id, value) -> checkId(id, value.line(), problems));
  }

  private static void checkSection(String key, TemplateNode value, Problems problems) {
    if (!KNOWN.contains(key)) {
      problems.error(
          value.line(), key, "a template has no section of this name" + Nearest.hint(key, KNOWN));
    } else if (MAPS.contains(key)) {
      checkMap(key, value, problems);
    }
  }

  private static void checkMap(String key, TemplateNode value, Problems problems) {
    if (!(value instanceof MapNode map)) {
      problems.error(value.line(), key, "must be a map, found " + value.kindName());
      return;
    }
    Integer quota = QUOTAS.get(key);
    if (quota != null && map.entries().size() > quota) {
      problems.warning(
          value.line(),
          key,
          "has %d entries, the service takes %d".formatted(map.entries().size(), quota));
    }
  }

  private static void checkHead(MapNode root, Problems problems) {
    root.get("AWSTemplateFormatVersion")
        .filter(
            version -> !root.text("AWSTemplateFormatVersion").equals(Optional.of(FORMAT_VERSION)))
        .ifPresent(
            version ->
                problems.error(
                    version.line(), "AWSTemplateFormatVersion", "must be " + FORMAT_VERSION));
    int length = root.text("Description").orElse("").getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_DESCRIPTION) {
      problems.warning(
          root.lineOf("Description"),
          "Description",
          "has %,d bytes, the service takes %d".formatted(length, LONGEST_DESCRIPTION));
    }
  }

  private static void checkId(String id, int line, Problems problems) {
    // A loop of LanguageExtensions stands among the resources under a name with colons.
    if (!LOGICAL_ID.matcher(id).matches() && !id.startsWith("Fn::")) {
      problems.error(line, "Resources." + id, "a logical id has letters and digits only");
    } else if (id.length() > LONGEST_NAME) {
      problems.warning(line, "Resources." + id, "the service takes names of 255 characters");
    }
  }
}
