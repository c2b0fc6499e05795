package dev.countersign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Time, chance and ids come in by the constructor; nothing is null that does not say so.
class PurityTest {
  /// Where the clock and the source of ids are made.
  private static final Set<String> EDGES =
      Set.of(
          "dev.countersign.receipt.ReceiptKey$Seed", // answers with what it was given
          "dev.countersign.local.Main",
          "dev.countersign.local.EmbeddedServices");

  private static final Set<String> HIDDEN_INPUTS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Instant.now",
          "java.time.InstantSource.system",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.util.Random.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault");

  @Test
  void nobody_reads_the_clock_or_rolls_dice_in_secret() {
    var hidden =
        ProjectClasses.ALL.stream()
            .filter(type -> !isEdge(type))
            .flatMap(PurityTest::calls)
            .filter(call -> HIDDEN_INPUTS.contains(called(call)))
            .map(JavaCall::getDescription);

    assertThat(hidden).isEmpty();
  }

  @Test
  void every_package_says_that_nothing_in_it_is_null_unless_marked() {
    var unmarked =
        ProjectClasses.ALL.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(packaged -> !packaged.isAnnotatedWith(NullMarked.class))
            .map(packaged -> packaged.getName() + " has no @NullMarked package-info");

    assertThat(unmarked).isEmpty();
  }

  @Test
  void what_a_class_needs_comes_by_its_constructor() {
    noFields()
        .should()
        .beAnnotatedWith(Inject.class)
        .orShould()
        .beAnnotatedWith(ConfigProperty.class)
        .allowEmptyShould(true)
        .check(ProjectClasses.ALL);
  }

  /// A producer of beans is an edge as well: that is what it is there for.
  private static boolean isEdge(JavaClass type) {
    return EDGES.contains(type.getName())
        || type.getMethods().stream()
            .anyMatch(method -> method.isAnnotatedWith("jakarta.enterprise.inject.Produces"));
  }

  private static Stream<? extends JavaCall<?>> calls(JavaClass type) {
    return Stream.concat(
        type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream());
  }

  private static String called(JavaCall<?> call) {
    return call.getTargetOwner().getName() + "." + call.getTarget().getName();
  }
}
