package dev.countersign.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Whether one of the trusted keys signed exactly these sections, and which of them differ.
final class CheckSignature {
  private static final String PART = "signature";
  private static final String TYPE = "countersign-receipt+jws";
  private static final AlgorithmConstraints ONLY_EDDSA =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

  private final Report report;

  CheckSignature(Report report) {
    this.report = report;
  }

  /// The signed list of sections; not to be trusted when the report says that something is wrong,
  /// but still good for telling what.
  JsonNode manifest(ReceiptFile receipt, Optional<TrustedKeys> keys) {
    var jws = new JsonWebSignature();
    JsonNode manifest = JsonNodeFactory.instance.missingNode();
    try {
      jws.setAlgorithmConstraints(ONLY_EDDSA);
      jws.setCompactSerialization(receipt.signature());
      manifest = ReceiptFile.parsed(jws.getUnverifiedPayload());
      signed(receipt.signature(), jws, manifest, keys);
    } catch (JoseException e) {
      report.wrong(PART, "not a signature any more: " + e.getMessage());
    }
    sections(receipt, manifest);
    return manifest;
  }

  private void signed(
      String text, JsonWebSignature jws, JsonNode manifest, Optional<TrustedKeys> keys)
      throws JoseException {
    var id = String.valueOf(jws.getKeyIdHeaderValue());
    if (keys.isEmpty()) {
      report.unchecked(PART, "give KEYS=, the file or address of countersign-keys.json");
      return;
    }
    var key = keys.get().find(id);
    if (key.isEmpty()) {
      report.wrong(
          PART,
          "wrong key: made with %s, and the keys given are %s"
              .formatted(id, String.join(", ", keys.get().ids())));
      return;
    }
    jws.setKey(key.get());
    if (!TYPE.equals(jws.getHeader("typ")) || !exactly(text) || !jws.verifySignature())
      report.wrong(PART, "does not fit: the signature or the list that it signs was changed");
    else report.ok(PART, "by key %s at %s".formatted(id, manifest.path("issued_at").asText()));
  }

  /// Base64 has spare bits at its end; a signature that uses them is another file.
  private static boolean exactly(String text) {
    var signature = text.substring(text.lastIndexOf('.') + 1);
    return Base64Url.encode(Base64Url.decode(signature)).equals(signature);
  }

  private void sections(ReceiptFile receipt, JsonNode manifest) {
    if (manifest.path("sections").isEmpty()) return;
    var changed = receipt.changedSections(manifest);
    changed.forEach(name -> report.wrong(name, "this section is not the one that was signed"));
    if (changed.isEmpty())
      report.ok("sections", "all %d are as signed".formatted(manifest.path("sections").size()));
    var job = receipt.job().path("id").asText();
    if (!manifest.path("job").asText().equals(job))
      report.wrong("job", "the signature is for " + manifest.path("job").asText());
  }
}
