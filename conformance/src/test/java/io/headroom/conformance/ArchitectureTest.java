package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The edges between packages that are allowed, and what no code of a package may do. */
final class ArchitectureTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/jmh_generated/"))
          .importPackages("io.headroom");

  private static final ImmutableSet<String> CORE =
      ImmutableSet.of("", "sim", "cloudwatch", "workload", "ec2", "elb", "sqs", "autoscaling");

  /** Where everything is a function of the scenario and its seed. */
  private static final ImmutableSet<String> SIMULATION =
      ImmutableSet.<String>builder().addAll(CORE).add("policies", "workloads").build();

  private static final ImmutableSet<String> MODEL =
      ImmutableSet.<String>builder().addAll(SIMULATION).add("cloudformation", "scenarios").build();

  /** What each part may import; a part is named by its package below io.headroom. */
  private static final ImmutableSetMultimap<String, String> MAY_IMPORT =
      ImmutableSetMultimap.<String, String>builder()
          .putAll("cloudwatch", "sim")
          .putAll("workload", "sim")
          .putAll("ec2", "sim", "cloudwatch", "workload")
          .putAll("elb", "sim", "cloudwatch", "workload", "ec2")
          .putAll("sqs", "sim", "cloudwatch", "workload", "ec2")
          .putAll("autoscaling", "sim", "cloudwatch", "workload", "ec2", "elb")
          .putAll("", "sim", "cloudwatch", "workload", "ec2", "elb", "sqs", "autoscaling")
          .putAll("policies", "sim", "cloudwatch", "autoscaling")
          .putAll("workloads", "sim", "workload")
          .putAll("cloudformation", SIMULATION)
          .putAll("scenarios", SIMULATION)
          .put("scenarios", "cloudformation")
          .putAll("reports", CORE)
          .putAll("cli", MODEL)
          .put("cli", "reports")
          .putAll("benchmarks", MODEL)
          .putAll("benchmarks", "reports", "cli")
          .build();

  private static final ImmutableSet<String> PARTS =
      ImmutableSet.<String>builder().addAll(MAY_IMPORT.keySet()).add("sim", "testing").build();

  @Test
  void parts_areAllListed() {
    assertThat(PARTS)
        .containsAtLeastElementsIn(
            CODE.stream().map(ArchitectureTest::part).collect(ImmutableSet.toImmutableSet()));
  }

  @Test
  void parts_importOnlyThoseAbove() {
    assertWithMessage("imports against the one direction")
        .that(
            CODE.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(ArchitectureTest::leavesItsPart)
                .filter(edge -> !MAY_IMPORT.containsEntry(origin(edge), target(edge)))
                .map(Dependency::getDescription)
                .toList())
        .isEmpty();
  }

  @Test
  void packages_formNoCycle() {
    SlicesRuleDefinition.slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CODE);
  }

  @Test
  void packages_areNullMarked() {
    assertWithMessage("packages without @NullMarked in a package-info.java")
        .that(
            CODE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList())
        .isEmpty();
  }

  @Test
  void statics_neverChange() {
    fields().that().areStatic().should().beFinal().check(CODE);
  }

  @Test
  void publicFields_neverChange() {
    fields().that().arePublic().should().beFinal().check(CODE);
  }

  /** The facade alone may measure how long a run took. */
  @Test
  void models_readNoClock() {
    noClasses()
        .that(arePartOf(Sets.difference(SIMULATION, ImmutableSet.of(""))))
        .should()
        .callMethodWhere(callTo("java.lang.System", "nanoTime", "currentTimeMillis"))
        .orShould()
        .callMethodWhere(callTo("java.lang.Thread", "sleep"))
        .check(CODE);
  }

  @Test
  void simulation_drawsNoUnseededNumber() {
    noClasses()
        .that(arePartOf(SIMULATION))
        .should()
        .callMethodWhere(callTo("java.lang.Math", "random"))
        .orShould()
        .callMethodWhere(callTo("java.util.UUID", "randomUUID"))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .check(CODE);
  }

  /** Math may use the machine's own instructions, whose last digits differ between machines. */
  @Test
  void simulation_usesStrictMath() {
    noClasses()
        .that(arePartOf(SIMULATION))
        .should()
        .callMethodWhere(
            callTo(
                "java.lang.Math",
                "exp",
                "expm1",
                "log",
                "log10",
                "log1p",
                "pow",
                "cbrt",
                "sin",
                "cos",
                "tan",
                "atan",
                "atan2",
                "sinh",
                "cosh",
                "tanh"))
        .check(CODE);
  }

  @Test
  void core_hidesItsLibraries() {
    assertWithMessage("third-party types in signatures that users see")
        .that(
            CODE.stream()
                .filter(type -> CORE.contains(part(type)) && isVisible(type))
                .flatMap(ArchitectureTest::signatures)
                .filter(signature -> signature.types().anyMatch(ArchitectureTest::isForeign))
                .map(Signature::name)
                .toList())
        .isEmpty();
  }

  /** The command and the benchmarks are programs; the runner of vectors prints its summaries. */
  @Test
  void standardStreams_belongToPrograms() {
    noClasses()
        .that(arePartOf(ImmutableSet.of("cli", "benchmarks", "testing")).negate())
        .should(ACCESS_STANDARD_STREAMS)
        .check(CODE);
  }

  private record Signature(String name, ImmutableList<JavaType> parts) {
    Stream<JavaClass> types() {
      return parts.stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }
  }

  private static Stream<Signature> signatures(JavaClass type) {
    Stream<Signature> calls =
        type.getCodeUnits().stream()
            .filter(unit -> isVisible(unit.getModifiers()))
            .map(unit -> new Signature(unit.getFullName(), typesOf(unit)));
    Stream<Signature> values =
        type.getFields().stream()
            .filter(field -> isVisible(field.getModifiers()))
            .map(field -> new Signature(field.getFullName(), ImmutableList.of(field.getType())));
    return Stream.concat(calls, values);
  }

  private static ImmutableList<JavaType> typesOf(JavaCodeUnit unit) {
    return ImmutableList.<JavaType>builder()
        .add(unit.getReturnType())
        .addAll(unit.getParameterTypes())
        .build();
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isVisible(Collection<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isForeign(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return !name.isEmpty() && !name.startsWith("java.") && !name.startsWith("io.headroom");
  }

  private static boolean leavesItsPart(Dependency edge) {
    return edge.getTargetClass().getPackageName().startsWith("io.headroom")
        && !origin(edge).equals(target(edge));
  }

  private static String origin(Dependency edge) {
    return part(edge.getOriginClass());
  }

  private static String target(Dependency edge) {
    return part(edge.getTargetClass().getBaseComponentType());
  }

  private static String part(JavaClass type) {
    return type.getPackageName().replaceFirst("^io\\.headroom\\.?", "").replaceFirst("\\..*", "");
  }

  private static DescribedPredicate<JavaClass> arePartOf(Collection<String> parts) {
    return DescribedPredicate.describe("are part of " + parts, type -> parts.contains(part(type)));
  }

  private static DescribedPredicate<JavaCall<?>> callTo(String owner, String... names) {
    ImmutableSet<String> methods = ImmutableSet.copyOf(names);
    return DescribedPredicate.describe(
        "the target is one of " + owner + "." + methods,
        call ->
            call.getTargetOwner().getFullName().equals(owner)
                && methods.contains(call.getTarget().getName()));
  }
}
