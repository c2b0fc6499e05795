package dev.countersign.packet.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A packet as its truth file tells it, for trying what comes after reading and extracting.
public record TruthPacket(Path folder, JsonNode truth) {
  public static TruthPacket in(Path folder) throws IOException {
    return new TruthPacket(
        folder, new ObjectMapper().readTree(folder.resolve("truth.json").toFile()));
  }

  public ScopeOfWork scope() {
    var items = new ArrayList<ScopeOfWork.Item>();
    for (var item : truth.at("/scope/items")) {
      items.add(
          new ScopeOfWork.Item(
              item.path("id").asText(),
              text(item, "csi"),
              item.path("description").asText(),
              number(item, "qty"),
              text(item, "unit"),
              number(item, "allowance"),
              cite("scope", 1, item.path("description").asText())));
    }
    var requirements = new ArrayList<ScopeOfWork.Requirement>();
    for (var one : truth.at("/scope/requirements")) {
      var words = one.path("text").asText();
      requirements.add(
          new ScopeOfWork.Requirement(one.path("id").asText(), words, cite("scope", 1, words)));
    }
    var date = text(truth, "as_of");
    var award =
        date == null ? null : new Stated<>(LocalDate.parse(date), cite("scope", 1, "award"));
    return new ScopeOfWork(
        "scope",
        "scope",
        items,
        requirements,
        numbers(truth.path("addenda_issued")),
        award,
        List.of(1));
  }

  public List<Bid> bids() {
    var bids = new ArrayList<Bid>();
    for (var bid : truth.path("bids")) bids.add(bid(bid));
    return bids;
  }

  private Bid bid(JsonNode bid) {
    var file = bid.path("file").asText();
    var terms = bid.path("terms");
    var pages = new ArrayList<Integer>();
    for (int page = 1; page <= bid.path("pages").asInt(1); page++) pages.add(page);
    return new Bid(
        file,
        file,
        new Stated<>(bid.path("bidder").asText(), cite(file, 1, bid.path("bidder").asText())),
        truth.path("currency").asText("USD"),
        date(file, bid.path("bid_date").asText(null), bid),
        lines(file, bid),
        amount(file, bid.path("subtotal")),
        amount(file, bid.path("tax")),
        amount(file, bid.path("total")),
        amount(file, bid.path("total_in_words")),
        clauses(file, bid),
        date(file, text(terms.path("validity"), "value"), terms.path("validity")),
        words(file, terms.path("schedule")),
        words(file, terms.path("lead_time")),
        words(file, terms.path("bond")),
        addenda(file, terms.path("addenda")),
        words(file, terms.path("payment")),
        pages);
  }

  private static List<PricedLine> lines(String file, JsonNode bid) {
    var lines = new ArrayList<PricedLine>();
    for (var item : bid.path("items"))
      lines.add(line(file, item, lines.size() + 1, item.path("kind").asText("base"), null));
    for (var item : bid.path("alternates")) {
      lines.add(line(file, item, lines.size() + 1, "alternate", item.path("label").asText()));
    }
    return lines;
  }

  private static PricedLine line(
      String file, JsonNode item, int number, String kind, @Nullable String label) {
    var amount = number(item, "amount");
    return new PricedLine(
        number,
        null,
        item.path("description").asText(),
        number(item, "qty"),
        text(item, "unit"),
        number(item, "unit_price"),
        amount == null ? BigDecimal.ZERO : amount,
        PricedLine.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        label,
        cite(file, item.path("page").asInt(1), item.path("quote").asText("")));
  }

  private static List<Clause> clauses(String file, JsonNode bid) {
    var clauses = new ArrayList<Clause>();
    for (var one : bid.path("exclusions"))
      clauses.add(clause(file, Clause.Kind.EXCLUSION, one, bid));
    for (var one : bid.path("clarifications"))
      clauses.add(clause(file, Clause.Kind.CLARIFICATION, one, bid));
    return clauses;
  }

  private static Clause clause(String file, Clause.Kind kind, JsonNode one, JsonNode bid) {
    var words = one.path("text").asText();
    boolean last = one.path("page").asInt() == bid.path("pages").asInt() && words.length() > 60;
    return new Clause(kind, words, last, cite(file, one.path("page").asInt(1), words));
  }

  private static @Nullable Stated<BigDecimal> amount(String file, JsonNode stated) {
    var value = number(stated, "amount");
    return value == null ? null : new Stated<>(value, cite(file, stated));
  }

  private static @Nullable Stated<String> words(String file, JsonNode stated) {
    return stated.hasNonNull("quote")
        ? new Stated<>(stated.path("quote").asText(), cite(file, stated))
        : null;
  }

  private static @Nullable Stated<List<Integer>> addenda(String file, JsonNode stated) {
    return stated.path("value").isArray()
        ? new Stated<>(numbers(stated.path("value")), cite(file, stated))
        : null;
  }

  private static @Nullable Stated<LocalDate> date(
      String file, @Nullable String value, JsonNode stated) {
    return value == null || !value.matches("\\d{4}-\\d\\d-\\d\\d")
        ? null
        : new Stated<>(LocalDate.parse(value), cite(file, stated));
  }

  private static Citation cite(String file, JsonNode stated) {
    return cite(file, stated.path("page").asInt(1), stated.path("quote").asText(""));
  }

  private static Citation cite(String file, int page, String quote) {
    return new Citation(file, file, page, quote);
  }

  private static List<Integer> numbers(JsonNode array) {
    var numbers = new ArrayList<Integer>();
    for (var number : array) numbers.add(number.asInt());
    return numbers;
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private static @Nullable BigDecimal number(JsonNode node, String name) {
    return node.hasNonNull(name) && node.get(name).isNumber()
        ? node.get(name).decimalValue()
        : null;
  }
}
