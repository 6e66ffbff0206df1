package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.ec2.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads block device mappings into volumes. Every image has a root volume; a mapping of its device
 * changes it, mappings of other devices add volumes.
 */
final class BlockDevices {

  private static final List<String> ROOTS = List.of("/dev/xvda", "/dev/sda1", "/dev/sda");

  private BlockDevices() {}

  /**
   * Reads the property BlockDeviceMappings.
   *
   * @param rootType the volume type of a root volume that no mapping changes
   * @return the volumes, the root volume first; empty if there are no mappings
   */
  static List<Volume> read(Properties properties, String rootType) {
    List<Volume> volumes = new ArrayList<>();
    boolean hasRoot = false;
    for (Properties mapping : properties.maps("BlockDeviceMappings")) {
      String device = mapping.text("DeviceName").orElse("");
      if (mapping.has("Ebs")) {
        hasRoot |= ROOTS.contains(device);
        volumes.add(volume(mapping.map("Ebs"), rootType));
      }
    }
    if (!volumes.isEmpty() && !hasRoot) {
      volumes.add(0, Volume.linuxRoot(rootType));
    }
    return volumes;
  }

  private static Volume volume(Properties ebs, String defaultType) {
    Volume root = Volume.linuxRoot(defaultType);
    int size =
        ebs.integer("VolumeSize").filter(gibibytes -> gibibytes > 0).orElse(root.gibibytes());
    String type = ebs.text("VolumeType").orElse(defaultType);
    ebs.unsupportedIfPresent("Iops", "provisioned IOPS are not billed");
    ebs.unsupportedIfPresent("Throughput", "provisioned throughput is not billed");
    return new Volume(size, type);
  }
}
