package dev.countersign.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.job.Job;
import dev.countersign.store.CanonicalJson;
import dev.countersign.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Signs a receipt: JWS (RFC 7515) with Ed25519 over a list of its sections' hashes, so that what
/// was changed can be named. The file is canonical JSON (RFC 8785), so not even white space can.
@ApplicationScoped
public class SignReceipt {
  /// The number of the form described in `docs/receipt.md`.
  public static final int SCHEMA = 1;

  private static final String TYPE = "countersign-receipt+jws";

  private final ReceiptKeys keys;
  private final InstantSource clock;

  public SignReceipt(ReceiptKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// The file's bytes.
  ///
  /// @param sections by name
  public byte[] sign(Job job, Map<String, JsonNode> sections) {
    var hashes = new TreeMap<String, String>();
    sections.forEach(
        (name, section) -> hashes.put(name, Sha256.hex(CanonicalJson.of(section.toString()))));
    var manifest =
        CanonicalJson.of(
            Map.of(
                "schema", SCHEMA,
                "job", job.id().value(),
                "version", job.version(),
                "head", job.head(),
                "issued_at", clock.instant().toString(),
                "sections", hashes));
    var receipt = JsonNodeFactory.instance.objectNode();
    receipt.put("schema", SCHEMA);
    receipt.setAll(sections);
    receipt.put("signature", signature(manifest));
    return CanonicalJson.of(receipt.toString()).getBytes(UTF_8);
  }

  private String signature(String manifest) {
    var key = keys.signing();
    var jws = new JsonWebSignature();
    jws.setHeader("typ", TYPE);
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    jws.setKeyIdHeaderValue(key.id());
    jws.setKey(key.secret());
    jws.setPayload(manifest);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("Ed25519 does not work here", e);
    }
  }
}
