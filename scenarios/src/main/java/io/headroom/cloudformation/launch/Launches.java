package io.headroom.cloudformation.launch;

import io.headroom.autoscaling.refusal.LaunchRefusals;
import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the resources of a stack can launch, by the names and ids that groups use for them.
 *
 * <p>Source: AWS CloudFormation, "AWS::AutoScaling::AutoScalingGroup": exactly one of
 * LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy and InstanceId.
 */
public final class Launches {

  private static final List<ResourceMapper<Launches>> MAPPERS =
      List.of(new LaunchConfigurationMapper(), new LaunchTemplateMapper(), new InstanceMapper());

  private static final List<String> SOURCES =
      List.of("LaunchConfigurationName", "LaunchTemplate", "MixedInstancesPolicy", "InstanceId");

  private final Map<String, LaunchDraft> drafts = new LinkedHashMap<>();

  private Launches() {}

  /** Reads the launch settings of a stack. */
  public static Launches read(ImportContext context) {
    Launches launches = new Launches();
    context.read(MAPPERS, launches);
    return launches;
  }

  void add(String key, LaunchDraft draft) {
    drafts.put(key, draft);
  }

  /**
   * Finds what a group launches.
   *
   * @return empty if the group does not say, or if its instance type is not known; reported then
   */
  public Optional<LaunchSource> of(Properties group) {
    List<String> named = SOURCES.stream().filter(group::has).toList();
    if (named.size() != 1) {
      String found = named.isEmpty() ? "none" : String.join(" and ", named);
      group.error(
          named.isEmpty() ? SOURCES.get(0) : named.get(1),
          LaunchRefusals.source().text() + " Found " + found);
      return Optional.empty();
    }
    return switch (named.get(0)) {
      case "LaunchTemplate" ->
          template(group.map("LaunchTemplate")).flatMap(LaunchDraft::own).map(LaunchSource::of);
      case "MixedInstancesPolicy" -> new MixedInstances(this, group).read();
      default -> draft(group, named.get(0)).flatMap(LaunchDraft::own).map(LaunchSource::of);
    };
  }

  /** Finds the launch template of a specification with id or name, and version. */
  Optional<LaunchDraft> template(Properties specification) {
    String key = specification.has("LaunchTemplateId") ? "LaunchTemplateId" : "LaunchTemplateName";
    Optional<LaunchDraft> draft = draft(specification, key);
    specification
        .text("Version")
        .filter(version -> !List.of("1", "$Latest", "$Default").contains(version))
        .ifPresent(
            version ->
                specification.warning(
                    "Version", "a new template has version 1 only, found " + version));
    return draft;
  }

  private Optional<LaunchDraft> draft(Properties user, String key) {
    Optional<String> name = user.text(key);
    Optional<LaunchDraft> draft = name.map(drafts::get);
    if (draft.isEmpty()) {
      String shown = name.map(text -> " '" + text + "'").orElse("");
      user.error(key, "is not in the template%s, so the instance type is unknown".formatted(shown));
    }
    return draft;
  }
}
