package dev.countersign.packet.bid.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.source.Document;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads packet folders and writes what was extracted in the form that the scorer compares with the
/// truth: `ScorePackets OUT_DIR PACKET_DIR...`.
public final class ScorePackets {
  private ScorePackets() {}

  public static void main(String[] args) throws IOException {
    for (int i = 1; i < args.length; i++) {
      Path packet = Path.of(args[i]);
      Path out = Path.of(args[0], packet.getFileName() + ".json");
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(out.toFile(), produced(packet));
    }
  }

  private static Map<String, Object> produced(Path packet) throws IOException {
    List<Object> items = new ArrayList<>();
    Map<String, Object> totals = new LinkedHashMap<>();
    for (Path file : pdfs(packet)) {
      String name = file.getFileName().toString();
      Document document = new ReadDocument(ReadLimits.DEFAULT).read(name, name, file);
      if (name.contains("scope") || !document.readable()) continue;
      Bid bid = new ExtractBid().extract(document);
      for (PricedLine line : bid.lines()) items.add(item(name, line));
      if (bid.total() != null) {
        Citation at = bid.total().citation();
        totals.put(
            name, Map.of("amount", bid.total().value(), "page", at.page(), "quote", at.quote()));
      }
    }
    return Map.of("items", items, "totals", totals, "flags", List.of());
  }

  private static List<Path> pdfs(Path packet) throws IOException {
    try (Stream<Path> files = Files.list(packet)) {
      return files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
    }
  }

  private static Map<String, Object> item(String bid, PricedLine line) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("bid", bid);
    item.put("description", line.description());
    item.put("amount", line.amount());
    item.put("page", line.citation().page());
    item.put("quote", line.citation().quote());
    item.put("kind", line.kind().name().toLowerCase(java.util.Locale.ROOT));
    return item;
  }
}
