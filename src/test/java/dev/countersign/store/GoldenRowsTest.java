package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.TestServices;
import dev.countersign.job.JobFixtures;
import dev.countersign.job.JobId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Calls to models, uses of tools, and money, as they were stored by each version. A file that was
/// once written stays as it is; `-Dcountersign.write-docs=true` writes only those that are missing.
class GoldenRowsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-rows");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant AT = JobFixtures.SUBMITTED;
  private static final JobId JOB = new JobId("job_019cadfd-8900-7e58-b06a-cd1bd9be9d1d");
  private static final YearMonth MONTH = YearMonth.of(2026, 3);
  private static final String OWNER = "submitter@local.example";

  private final StoredForms forms = new StoredForms();
  private final Rows rows = new Rows(forms, "t");

  @TestFactory
  Stream<DynamicTest> every_row_that_was_ever_stored_still_loads() throws IOException {
    if (Boolean.getBoolean("countersign.write-docs")) writeWhatIsMissing();
    return files().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> loads(item(file), kind(file))));
  }

  /// What a later version stores in a row is erased unless it is known: it loads nevertheless.
  @TestFactory
  Stream<DynamicTest> every_row_loads_without_its_values_too() throws IOException {
    return files().stream()
        .filter(file -> file.getFileName().toString().matches("(call|tool)-.*"))
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> {
                  var item = item(file);
                  var bare = forms.redacted(Attr.text(item, "row"), Redaction.ERASED);
                  item.put("row", Attr.text(bare));

                  loads(item, kind(file));
                }));
  }

  /// Each kind by what reads it, and by a value that only the right reading gives.
  private void loads(Map<String, AttributeValue> item, String kind) {
    switch (kind) {
      case "call" -> {
        var call = rows.read(item, CallRow.class);
        assertThat(Keys.call(call)).isEqualTo(Attr.text(item, "sk"));
        assertThat(call.standing().name()).isEqualTo(Attr.text(item, "standing"));
        assertThat(call.worst()).isEqualByComparingTo("0.02");
      }
      case "tool" -> {
        var line = rows.read(item, ToolLog.Line.class);
        var use = line.use();
        assertThat(Keys.tool(line.step(), line.revision(), use.agent(), use.number()))
            .isEqualTo(Attr.text(item, "sk"));
      }
      case "reservation" -> {
        var reservation = StoredReservation.read(item);
        assertThat(reservation.standing().name()).isEqualTo(Attr.text(item, "standing"));
        assertThat(reservation.worst()).isEqualByComparingTo("0.02");
        assertThat(reservation.month()).isEqualTo(MoneyRows.key(Keys.spend(OWNER), "2026-03"));
      }
      case "budget", "month" -> {
        var balance = MoneyRows.balance(item);
        assertThat(balance.held()).isEqualByComparingTo("0.02");
        assertThat(balance.spent()).isEqualByComparingTo("0.0012");
      }
      default -> throw new AssertionError("what is a " + kind + "?");
    }
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(GOLDEN)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static String kind(Path file) {
    return file.getFileName().toString().split("-", 2)[0];
  }

  @Test
  void what_is_written_now_is_as_the_golden_files_say() throws IOException {
    for (var row : everyRow().entrySet()) {
      var golden = item(GOLDEN.resolve(row.getKey() + ".json"));

      assertThat(comparable(row.getValue())).as(row.getKey()).isEqualTo(comparable(golden));
    }
  }

  private static Map<String, Map<String, AttributeValue>> everyRow() {
    var all = new TreeMap<String, Map<String, AttributeValue>>();
    calls(all);
    tools(all);
    money(all);
    return all;
  }

  private static void calls(Map<String, Map<String, AttributeValue>> all) {
    var log = store(TestServices.table()).calls();
    var begun = begun("summary", 1, null, false);
    all.put("call-about-to-be-made", put(log.begun(JOB, begun, AT.plusSeconds(60))));
    all.put("call-in-the-background", put(log.begun(JOB, begun.waiting("resp_1").looked(), AT)));
    var content = new CallRow.Content("calls/x/call_1.json", "ab".repeat(32));
    all.put("call-answered", ended(log, begun, CallRow.Standing.DONE, "answered", content));
    all.put("call-refused", ended(log, begun, CallRow.Standing.FAILED, "refused", null));
    all.put("call-canceled", ended(log, begun, CallRow.Standing.CANCELED, "canceled", null));
    var twice = begun("finder/turn-2", 3, null, true);
    all.put("call-that-may-be-paid-twice", ended(log, twice, CallRow.Standing.LOST, "lost", null));
    var later =
        begun
            .ended(CallRow.Standing.FAILED, AT, "rate_limited", CallRow.Cost.NOTHING, null)
            .notBefore(AT.plusSeconds(30));
    all.put("call-to-be-made-later", put(log.ended(JOB, begun, later)));
    var noted = begun("summary", 2, "This model has no price here.", false);
    all.put("call-without-a-price", put(log.begun(JOB, noted, AT)));
  }

  private static void tools(Map<String, Map<String, AttributeValue>> all) {
    var log = store(TestServices.table()).tools();
    var held = JobFixtures.aJobBeingWorkedOn();
    var found =
        new ToolRow(
            "finder", 1, 1, "read_page", List.of("source", "page"), 40, "found", 900, 1, AT);
    var refused =
        new ToolRow("finder", 2, 1, "unknown", List.of("to"), 12, "unknown_tool", 80, 0, AT);
    all.put("tool-that-found", put(log.line(held, found)));
    all.put("tool-refused", put(log.line(held, refused)));
  }

  /// As the table has them after one call that is settled, one that was given back and one that is
  /// out.
  private static void money(Map<String, Map<String, AttributeValue>> all) {
    var table = TestStore.newTable();
    var money = store(table).money();
    for (var call : List.of("call_1", "call_2", "call_3")) {
      var asked =
          new Reservation(JOB, call, OWNER, MONTH, new BigDecimal("0.02"), AT.plusSeconds(9));
      var share = new Share.Newcomer(new BigDecimal("0.02"), AT);
      var most = new SpendLimits(new BigDecimal("2.00"), new BigDecimal("200.00"));
      assertThat(money.reserve(asked, most, share, List.of())).isInstanceOf(Budgeted.Held.class);
    }
    money.settle(JOB, "call_1", new BigDecimal("0.0012"), List.of());
    money.release(JOB, "call_2", List.of());
    all.put("reservation-settled", stored(table, JOB.value(), Keys.reservation("call_1")));
    all.put("reservation-given-back", stored(table, JOB.value(), Keys.reservation("call_2")));
    all.put("reservation-held", stored(table, JOB.value(), Keys.reservation("call_3")));
    all.put("budget-of-a-job", stored(table, JOB.value(), Keys.BUDGET));
    all.put("month-of-an-owner", stored(table, Keys.spend(OWNER), MONTH.toString()));
    TestServices.dynamoDb().deleteTable(d -> d.tableName(table));
  }

  private static CallRow begun(String task, int number, @Nullable String note, boolean twice) {
    return CallRow.begun(
        "call_1",
        new CallRow.About("extract", 1, 2, task, number, number > 1, false),
        new CallRow.Asks("models.example", "small", "summary@2"),
        AT.plus(Duration.ofMinutes(30)),
        AT,
        new CallRow.Worst(new BigDecimal("0.02"), note),
        twice);
  }

  private static Map<String, AttributeValue> ended(
      CallLog log,
      CallRow begun,
      CallRow.Standing standing,
      String outcome,
      CallRow.@Nullable Content content) {
    var cost =
        new CallRow.Cost(
            new BigDecimal("0.0012"), new CallRow.Tokens(100, 60, 20, 8), "chatcmpl-1", "stop");
    return put(
        log.ended(JOB, begun, begun.ended(standing, AT.plusSeconds(7), outcome, cost, content)));
  }

  private static TestStore store(String table) {
    return TestStore.on(
        table,
        TestServices.dynamoDb(),
        TestServices.s3(),
        InstantSource.fixed(AT),
        new SecureRandom());
  }

  private static Map<String, AttributeValue> put(Write write) {
    return write.item().put().item();
  }

  private static Map<String, AttributeValue> stored(String table, String pk, String sk) {
    return TestServices.dynamoDb()
        .getItem(g -> g.tableName(table).key(MoneyRows.key(pk, sk)))
        .item();
  }

  private static void writeWhatIsMissing() throws IOException {
    Files.createDirectories(GOLDEN);
    for (var row : everyRow().entrySet()) {
      var file = GOLDEN.resolve(row.getKey() + ".json");
      if (Files.exists(file)) continue;
      var plain = new TreeMap<String, Map<String, String>>();
      row.getValue().forEach((name, value) -> plain.put(name, plain(value)));
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plain) + "\n");
    }
  }

  private static Map<String, String> plain(AttributeValue value) {
    return value.s() != null ? Map.of("S", value.s()) : Map.of("N", value.n());
  }

  private static Map<String, AttributeValue> item(Path file) throws IOException {
    var plain =
        JSON.readValue(file.toFile(), new TypeReference<Map<String, Map<String, String>>>() {});
    var item = new HashMap<String, AttributeValue>();
    plain.forEach((name, value) ->
        item.put(
            name,
            value.containsKey("S")
                ? Attr.text(value.get("S"))
                : AttributeValue.fromN(value.get("N"))));
    return item;
  }

  /// With the fields of stored JSON in one order, and without the id of the fixtures' job.
  private static Map<String, AttributeValue> comparable(Map<String, AttributeValue> item) {
    var rest = new HashMap<>(item);
    if (Attr.text(rest, "sk").startsWith(Keys.TOOLS)) rest.remove("pk");
    rest.computeIfPresent("row", (_, json) -> Attr.text(CanonicalJson.of(json.s())));
    return rest;
  }
}
