package dev.countersign.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a packet's JSON companion says in a form that any workflow may use: a `summary` sentence
/// and `flags` with `severity`, `detail` and a quote at a `page`. Whatever else it holds is left
/// alone.
///
/// @param flags the gravest first
record Evidence(String summary, List<Flag> flags) {
  private static final String UNSUPPORTED = "unsupported";

  static final Evidence NONE = new Evidence("", List.of());

  Evidence {
    flags = List.copyOf(flags);
  }

  /// @param document what it is about, as people know it
  /// @param quote as it stands there; null when nothing can be quoted
  /// @param money what it does to a price, signed
  record Flag(
      String severity,
      String kind,
      String detail,
      @Nullable String document,
      @Nullable Integer page,
      @Nullable String quote,
      @Nullable String money) {
    private int rank() {
      return switch (severity) {
        case UNSUPPORTED -> 0;
        case "high" -> 1;
        case "medium" -> 2;
        default -> 3;
      };
    }
  }

  long of(String severity) {
    return flags.stream().filter(f -> f.severity().equals(severity)).count();
  }

  /// What must be seen before deciding: all grave ones, and at least some.
  public List<Flag> first() {
    return flags.subList(
        0, (int) Math.min(flags.size(), Math.max(5, of(UNSUPPORTED) + of("high"))));
  }

  public List<Flag> rest() {
    return flags.subList(first().size(), flags.size());
  }

  /// Nothing, for what is not such a file.
  static Evidence read(byte[] bytes, ObjectMapper json) {
    try {
      var root = json.readTree(bytes);
      var flags = new ArrayList<Flag>();
      for (var input : root.path("inputs")) flags.addAll(unsupported(input));
      for (var flag : root.path("flags")) read(flag).ifPresent(flags::add);
      flags.sort(Comparator.comparingInt(Flag::rank));
      return new Evidence(root.path("summary").asText(""), flags);
    } catch (IOException _) {
      return NONE;
    }
  }

  /// Claims whose quote was not found again in the document.
  private static List<Flag> unsupported(JsonNode input) {
    var found = new ArrayList<Flag>();
    for (var gap : input.path("gaps"))
      if (gap.path("kind").asText().equals(UNSUPPORTED))
        found.add(
            new Flag(
                UNSUPPORTED,
                UNSUPPORTED,
                gap.path("reason").asText(),
                text(input, "document"),
                null,
                null,
                null));
    return found;
  }

  private static Optional<Flag> read(JsonNode flag) {
    var detail = flag.path("detail").asText("");
    if (detail.isEmpty()) return Optional.empty();
    return Optional.of(
        new Flag(
            flag.path("severity").asText("low"),
            flag.path("kind").asText(""),
            detail,
            text(flag, "document") != null ? text(flag, "document") : text(flag, "bid"),
            flag.path("page").isInt() ? flag.path("page").asInt() : null,
            text(flag, "quote"),
            money(flag.path("money_effect"))));
  }

  /// As money is written, with its sign; null for what is no amount.
  private static @Nullable String money(JsonNode amount) {
    try {
      return amount.isValueNode() && !amount.isNull()
          ? String.format(Locale.ROOT, "%+,.2f", new BigDecimal(amount.asText()))
          : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable String text(JsonNode flag, String name) {
    var text = flag.path(name).asText("");
    return text.isEmpty() || flag.path(name).isNull() ? null : text;
  }
}
