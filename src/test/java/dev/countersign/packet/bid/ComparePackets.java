package dev.countersign.packet.bid;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.packet.bid.align.AlignBids;
import dev.countersign.packet.bid.check.CheckBids;
import dev.countersign.packet.bid.check.Packet;
import dev.countersign.packet.bid.extract.ExtractBid;
import dev.countersign.packet.bid.scope.BidsDue;
import dev.countersign.packet.bid.scope.ClassifyDocuments;
import dev.countersign.packet.bid.scope.DocumentRole;
import dev.countersign.packet.bid.scope.DocumentRole.Role;
import dev.countersign.packet.bid.scope.ReadScope;
import dev.countersign.source.Document;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads packet folders from documents to flags, without jobs, and writes what the scorer compares
/// with the truth: `ComparePackets OUT_DIR PACKET_DIR...`; the flags are printed too.
public final class ComparePackets {
  private static final List<String> NO_INPUT = List.of("truth.json", "README.md");

  private ComparePackets() {}

  public static void main(String[] args) throws IOException {
    for (int i = 1; i < args.length; i++) {
      Path packet = Path.of(args[i]);
      System.out.println(packet.getFileName());
      Path out = Path.of(args[0], packet.getFileName() + ".json");
      Files.createDirectories(out.toAbsolutePath().getParent());
      new ObjectMapper().writeValue(out.toFile(), compared(packet(packet), System.out));
    }
  }

  /// From documents to all that the checks look at.
  static Packet packet(Path folder) throws IOException {
    var documents = documents(folder);
    var roles = new ClassifyDocuments().classify(documents, null);
    var scope = scope(roles);
    LocalDate due = scope == null ? null : BidsDue.of(scope).orElse(null);
    var bids =
        roles.stream()
            .filter(role -> role.role() == Role.BID)
            .map(role -> new ExtractBid().extract(role.document(), due))
            .toList();
    return new Packet(scope, bids, new AlignBids().align(scope, bids), documents);
  }

  private static @Nullable ScopeOfWork scope(List<DocumentRole> roles) {
    return roles.stream()
        .filter(role -> role.role() == Role.SCOPE)
        .map(role -> new ReadScope().read(role.document()))
        .findFirst()
        .orElse(null);
  }

  private static List<Document> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      var reader = new ReadDocument(ReadLimits.DEFAULT);
      return files
          .filter(file -> !NO_INPUT.contains(file.getFileName().toString()))
          .sorted()
          .map(file ->
              reader.read(file.getFileName().toString(), file.getFileName().toString(), file))
          .toList();
    }
  }

  private static Map<String, Object> compared(Packet packet, PrintStream console) {
    var items = new ArrayList<Object>();
    var totals = new LinkedHashMap<String, Object>();
    for (Bid bid : packet.bids()) {
      for (PricedLine line : bid.lines()) items.add(item(bid, line));
      var total = bid.total();
      if (total != null)
        totals.put(bid.document(), placed(Map.of("amount", total.value()), total.citation()));
    }
    var flags = new ArrayList<Object>();
    for (Flag flag : new CheckBids().check(packet)) {
      console.println(
          "  " + flag.severity() + " " + flag.kind().wireName() + ": " + flag.sentence());
      flags.add(flag(flag));
    }
    return Map.of("items", items, "totals", totals, "flags", flags);
  }

  private static Map<String, Object> item(Bid bid, PricedLine line) {
    var kind = line.kind().name().toLowerCase(Locale.ROOT);
    return placed(
        Map.of(
            "bid",
            bid.document(),
            "description",
            line.description(),
            "amount",
            line.amount(),
            "kind",
            kind),
        line.citation());
  }

  private static Map<String, Object> flag(Flag flag) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", flag.kind().wireName());
    fields.put("detail", flag.sentence());
    if (flag.bid() != null) fields.put("bid", flag.bid());
    if (flag.scopeId() != null) fields.put("scope_id", flag.scopeId());
    if (flag.alternate() != null) fields.put("alternate", flag.alternate());
    return flag.citation() == null ? fields : placed(fields, flag.citation());
  }

  private static Map<String, Object> placed(Map<String, Object> fields, Citation citation) {
    var placed = new LinkedHashMap<>(fields);
    placed.put("page", citation.page());
    placed.put("quote", citation.quote());
    return placed;
  }
}
