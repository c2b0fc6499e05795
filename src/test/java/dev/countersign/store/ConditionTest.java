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
  private static final String DECIDE =
      "version = :version AND fence = :fence AND (attribute_not_exists(asked) OR"
          + " (approval = :approval AND digest = :digest AND expiresAt > :at"
          + " AND contains(asked, :as) AND NOT contains(voted, :who)))";
  private static final String BUDGET =
      "(attribute_not_exists(pk) OR (most = :most AND available >= :needed))";
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("NEW", "attribute_not_exists(pk)"),
          Map.entry("ONCE", "attribute_not_exists(pk) OR expiresAt <= :now"),
          Map.entry(
              "TAKE",
              "readyAt <= :now AND leases < :most"
                  + " AND (attribute_not_exists(leaseUntil) OR leaseUntil < :lapsed)"),
          Map.entry("INTAKE", "attribute_exists(pk) AND attribute_not_exists(dropping)"),
          Map.entry("INTAKE_LEFT", "attribute_exists(pk)"),
          Map.entry("COMMIT", "version = :version AND fence = :fence"),
          Map.entry("DECIDE", DECIDE),
          Map.entry("APPROVE", DECIDE + " AND (attribute_not_exists(needed) OR needed <= :votes)"),
          Map.entry("VOTE", DECIDE + " AND needed > :votes"),
          Map.entry("HELD", "fence = :fence AND leaseHolder = :holder"),
          Map.entry("FENCED", "fence = :fence"),
          Map.entry("KEY_LIVES", "attribute_exists(pk) AND attribute_not_exists(revokedAt)"),
          Map.entry("NOTICE", "tries = :tries"),
          Map.entry("LEDGER", "standing = :was"),
          Map.entry("BUDGET", BUDGET),
          Map.entry("MONTH", BUDGET + " AND (attribute_not_exists(lineUntil) OR lineUntil < :now)"),
          Map.entry("MOST", "most = :was"),
          Map.entry("LINE", "attribute_not_exists(lineUntil) OR lineUntil < :until"),
          Map.entry("RESERVATION", "standing = :was"),
          Map.entry(
              "ROOM",
              "attribute_not_exists(pk) OR (requestsLeft >= :one AND tokensLeft >= :needs)"),
          Map.entry("TURN", "standing = :booked AND slot = :slot"),
          Map.entry("CIRCUIT", "attribute_not_exists(pk) OR version = :version"));

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
