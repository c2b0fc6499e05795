package dev.countersign.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.store.CanonicalJson;
import dev.countersign.store.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A receipt as it lies there: its sections, and what its signature says of them.
final class ReceiptFile {
  static final int SCHEMA = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode receipt;

  private ReceiptFile(ObjectNode receipt) {
    this.receipt = receipt;
  }

  /// Empty, and the report says why, when nothing more can be said of it.
  static Optional<ReceiptFile> read(byte[] bytes, Report report) {
    try {
      if (!(JSON.readTree(bytes) instanceof ObjectNode receipt)) {
        report.wrong("form", "not a receipt: JSON, but no object");
        return Optional.empty();
      }
      form(bytes, receipt, report);
      return Optional.of(new ReceiptFile(receipt));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      report.wrong(
          "form",
          "not JSON any more at byte %d: %s"
              .formatted(at == null ? -1 : at.getByteOffset(), e.getOriginalMessage()));
    } catch (IOException e) {
      report.wrong("form", "not text: " + e.getMessage());
    }
    return Optional.empty();
  }

  /// One form only, so that no byte of it is free.
  private static void form(byte[] bytes, ObjectNode receipt, Report report) {
    var canonical = CanonicalJson.of(receipt.toString()).getBytes(UTF_8);
    int differs = Arrays.mismatch(bytes, canonical);
    if (differs < 0)
      report.ok("form", "canonical JSON (RFC 8785), %,d bytes".formatted(bytes.length));
    else
      report.wrong(
          "form",
          "not canonical JSON (RFC 8785) from byte %,d on: white space, order or spelling was changed"
              .formatted(differs));
    if (receipt.path("schema").asInt() != SCHEMA)
      report.wrong("schema", "form %s is not known here".formatted(receipt.path("schema")));
  }

  static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException _) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  JsonNode section(String name) {
    return receipt.path(name);
  }

  String signature() {
    return receipt.path("signature").asText();
  }

  JsonNode job() {
    return section("job");
  }

  /// Whether values were erased from the job, or left out for this reader.
  boolean whole() {
    return !job().has("erased") && !job().has("withheld");
  }

  /// Names each section that is not what the manifest says, is missing, or was put in.
  List<String> changedSections(JsonNode manifest) {
    var signed = manifest.path("sections");
    var names = new TreeSet<String>();
    signed.fieldNames().forEachRemaining(names::add);
    receipt.fieldNames().forEachRemaining(names::add);
    names.removeAll(List.of("schema", "signature"));
    var changed = new ArrayList<String>();
    for (var name : names) {
      var section = receipt.get(name);
      var hash = section == null ? "" : Sha256.hex(CanonicalJson.of(section.toString()));
      if (!hash.equals(signed.path(name).asText(" "))) changed.add(name);
    }
    return changed;
  }
}
