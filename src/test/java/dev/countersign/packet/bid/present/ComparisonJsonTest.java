package dev.countersign.packet.bid.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.packet.bid.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonJsonTest {
  private static final Path SCHEMA =
      Path.of("src/worker/resources/schemas/comparison-1.schema.json");
  private static final Path DOC = Path.of("docs/comparison-schema.md");

  /// Objects keyed by file names, not by field names.
  private static final Set<String> BY_FILE = Set.of("totals", "notes");

  @Test
  void every_line_carries_its_amount_as_a_number_and_its_place() throws IOException {
    JsonNode json = read(PacketFixture.theSample("maple-court-kitchen"));

    assertThat(json.at("/items").size()).isGreaterThan(60);
    for (JsonNode item : json.at("/items")) {
      assertThat(item.get("amount").isNumber()).isTrue();
      assertThat(item.get("page").asInt()).isPositive();
      assertThat(item.get("quote").asText()).hasSizeGreaterThan(3);
      assertThat(item.get("bid").asText()).endsWith(".pdf");
    }
  }

  @Test
  void totals_are_what_the_bids_state_by_file_name() throws IOException {
    JsonNode json = read(PacketFixture.theSample("maple-court-kitchen"));

    JsonNode total = json.at("/totals").get("02-stillwater.pdf");
    assertThat(total.get("amount").decimalValue()).isEqualByComparingTo("86185.5");
    assertThat(total.get("quote").asText()).isEqualTo("86,185.50");
  }

  @Test
  void what_is_not_stated_names_the_pages_that_were_searched() throws IOException {
    JsonNode json = read(PacketFixture.aHostilePacket());

    JsonNode validity = json.at("/bids/0/terms/validity");
    assertThat(validity.get("not_stated").asBoolean()).isTrue();
    assertThat(validity.get("searched")).hasSize(2);
  }

  @Test
  void a_flag_cites_its_bid_flat_and_any_document_in_full() throws IOException {
    JsonNode json = read(PacketFixture.theSample("maple-court-kitchen"));

    JsonNode flag = json.at("/flags/0");
    assertThat(flag.get("kind").asText()).isEqualTo("arithmetic_error");
    assertThat(flag.get("page").asInt()).isEqualTo(flag.at("/citation/page").asInt());
    assertThat(flag.get("bid").asText()).isEqualTo("02-stillwater.pdf");
  }

  @Test
  void money_outside_the_scored_lists_is_a_decimal_string_with_a_currency() throws IOException {
    JsonNode json = read(PacketFixture.theSample("maple-court-kitchen"));

    JsonNode corrected = json.at("/standings/corrected/totals").get("02-stillwater.pdf");
    assertThat(corrected.get("amount").isTextual()).isTrue();
    assertThat(corrected.get("currency").asText()).isEqualTo("USD");
  }

  @Test
  void every_field_that_is_written_is_in_the_documented_schema() throws IOException {
    String documented = Files.readString(DOC);
    Set<String> names = new TreeSet<>();
    for (Comparison one : situations()) fields(read(one), names);

    assertThat(names).allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
  }

  @Test
  void what_is_written_holds_to_the_json_schema() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Files.readString(SCHEMA));

    for (Comparison one : situations()) {
      assertThat(SchemaCheck.faults(schema, read(one))).isEmpty();
    }
  }

  @Test
  void equal_comparisons_are_equal_bytes() throws IOException {
    assertThat(ComparisonJson.of(PacketFixture.theSample("school-annex-reroof")))
        .isEqualTo(ComparisonJson.of(PacketFixture.theSample("school-annex-reroof")));
  }

  private static List<Comparison> situations() throws IOException {
    List<Comparison> all = new ArrayList<>();
    all.add(PacketFixture.theSample("maple-court-kitchen"));
    all.add(PacketFixture.theSample("suite-310-tenant-improvement"));
    all.add(PacketFixture.aHostilePacket());
    all.add(PacketFixture.aPacketWithAModel());
    return all;
  }

  private static void fields(JsonNode node, Set<String> names) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      names.add(field.getKey());
      if (BY_FILE.contains(field.getKey()) && field.getValue().isObject())
        field.getValue().forEach(v -> fields(v, names));
      else fields(field.getValue(), names);
    }
    if (node.isArray()) node.forEach(element -> fields(element, names));
  }

  private static JsonNode read(Comparison comparison) throws IOException {
    return new ObjectMapper().readTree(ComparisonJson.of(comparison));
  }
}
