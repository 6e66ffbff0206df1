package io.headroom.cloudformation.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a template does not say itself: parameter values, the region, and what stands in other
 * stacks and in the account. Immutable.
 *
 * <p>Every option has a default, so that {@link #defaults()} is enough for a first look at a
 * template.
 */
public final class TemplateOptions {

  private final Map<String, String> parameters;
  private final List<Path> parameterFiles;
  private final Map<String, String> ssm;
  private final Map<String, String> imports;
  private final Map<String, Path> includes;
  private final String region;
  private final String stackName;
  private final String accountId;
  private final int zones;
  private final boolean strict;
  private final boolean unboundedStep;
  private final Instant start;
  private final Duration duration;

  private TemplateOptions(Builder builder) {
    parameters = copy(builder.parameters);
    parameterFiles = List.copyOf(builder.parameterFiles);
    ssm = copy(builder.ssm);
    imports = copy(builder.imports);
    includes = copy(builder.includes);
    region = builder.region;
    stackName = builder.stackName;
    accountId = builder.accountId;
    zones = builder.zones;
    strict = builder.strict;
    unboundedStep = builder.unboundedStep;
    start = builder.start;
    duration = builder.duration;
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Returns the options that say nothing: every value is its default. */
  public static TemplateOptions defaults() {
    return builder().build();
  }

  /** Returns a builder with every option at its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the parameter values that win over those of files, in the order given. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** Returns the files with parameter values; a later file wins over an earlier one. */
  public List<Path> parameterFiles() {
    return parameterFiles;
  }

  /** Returns the values of Systems Manager's parameter store by key. */
  public Map<String, String> ssm() {
    return ssm;
  }

  /** Returns the exported values of other stacks by export name. */
  public Map<String, String> imports() {
    return imports;
  }

  /** Returns the local files that stand for the locations of {@code AWS::Include}. */
  public Map<String, Path> includes() {
    return includes;
  }

  /** Returns the region; default us-east-1. */
  public String region() {
    return region;
  }

  /** Returns the stack's name; default sim. */
  public String stackName() {
    return stackName;
  }

  /** Returns the account's number; default 123456789012. */
  public String accountId() {
    return accountId;
  }

  /** Returns how many Availability Zones the region has; default 3. */
  public int zones() {
    return zones;
  }

  /** Returns whether a key that occurs twice is an error; default false. */
  public boolean strict() {
    return strict;
  }

  /** Returns whether a step of a policy may have neither bound; default false. */
  public boolean unboundedStep() {
    return unboundedStep;
  }

  /** Returns the wall-clock instant at which a run begins; default 2026-01-01T00:00:00Z. */
  public Instant start() {
    return start;
  }

  /** Returns how long a run takes; default one hour. */
  public Duration duration() {
    return duration;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {

    private static final int MOST_ZONES = 6;

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Path> parameterFiles = new ArrayList<>();
    private final Map<String, String> ssm = new LinkedHashMap<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Map<String, Path> includes = new LinkedHashMap<>();
    private String region = "us-east-1";
    private String stackName = "sim";
    private String accountId = "123456789012";
    private int zones = 3;
    private boolean strict;
    private boolean unboundedStep;
    private Instant start = Instant.parse("2026-01-01T00:00:00Z");
    private Duration duration = Duration.ofHours(1);

    private Builder() {}

    /** Gives a parameter its value; wins over files and defaults. */
    public Builder parameter(String name, String value) {
      parameters.put(name, value);
      return this;
    }

    /** Gives several parameters their values. */
    public Builder parameters(Map<String, String> values) {
      parameters.putAll(values);
      return this;
    }

    /**
     * Adds a file of parameter values: a list of {@code ParameterKey} and {@code ParameterValue} as
     * the AWS command line takes it, or a plain map; JSON or YAML.
     */
    public Builder parameterFile(Path file) {
      parameterFiles.add(file);
      return this;
    }

    /** Gives a key of Systems Manager's parameter store its value. */
    public Builder ssm(String key, String value) {
      ssm.put(key, value);
      return this;
    }

    /** Gives an export of another stack its value. */
    public Builder imported(String exportName, String value) {
      imports.put(exportName, value);
      return this;
    }

    /** Names the local file that stands for a location of {@code AWS::Include}. */
    public Builder include(String location, Path file) {
      includes.put(location, file);
      return this;
    }

    /** Sets the region; default us-east-1. */
    public Builder region(String newRegion) {
      region = newRegion;
      return this;
    }

    /** Sets the stack's name; default sim. Generated names begin with it. */
    public Builder stackName(String newStackName) {
      stackName = newStackName;
      return this;
    }

    /** Sets the account's number; default 123456789012. */
    public Builder accountId(String newAccountId) {
      accountId = newAccountId;
      return this;
    }

    /**
     * Sets how many Availability Zones the region has, named a, b, c and so on; default 3.
     *
     * @throws IllegalArgumentException if outside [1, 6]
     */
    public Builder zones(int newZones) {
      if (newZones < 1 || newZones > MOST_ZONES) {
        throw new IllegalArgumentException("zones must be from 1 to 6, was " + newZones);
      }
      zones = newZones;
      return this;
    }

    /** Makes a key that occurs twice an error instead of a warning. */
    public Builder strict() {
      strict = true;
      return this;
    }

    /** Lets a step of a policy have neither bound, which AWS's guide forbids. */
    public Builder unboundedStep() {
      unboundedStep = true;
      return this;
    }

    /** Sets when a run begins and how long it takes, for policies that ask. */
    public Builder run(Instant newStart, Duration newDuration) {
      start = newStart;
      duration = newDuration;
      return this;
    }

    /** Returns the options. */
    public TemplateOptions build() {
      return new TemplateOptions(this);
    }
  }
}
