package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The condition of a write is its specification.
class ConditionTest {
  private static final Map<String, String> EXPECTED =
      Map.of(
          "NEW", "attribute_not_exists(pk)",
          "ONCE", "attribute_not_exists(pk) OR expiresAt <= :now",
          "TAKE",
              "readyAt <= :now AND leases < :most"
                  + " AND (attribute_not_exists(leaseUntil) OR leaseUntil < :lapsed)",
          "INTAKE", "attribute_exists(pk) AND attribute_not_exists(dropping)",
          "INTAKE_LEFT", "attribute_exists(pk)",
          "COMMIT", "version = :version AND fence = :fence",
          "HELD", "fence = :fence AND leaseHolder = :holder",
          "FENCED", "fence = :fence",
          "KEY_LIVES", "attribute_exists(pk) AND attribute_not_exists(revokedAt)",
          "LEDGER", "standing = :was");

  @Test
  void each_write_happens_under_its_whole_condition() {
    assertThat(
            Arrays.stream(Condition.values())
                .collect(Collectors.toMap(Condition::name, Condition::expression)))
        .isEqualTo(EXPECTED);
  }

  @Test
  void each_condition_is_in_the_data_model() throws IOException {
    var doc = Files.readString(Path.of("docs", "data-model.md"));

    for (var condition : Condition.values())
      assertThat(doc).contains("| `" + condition.name() + "` | `" + condition.expression() + "` |");
  }
}
