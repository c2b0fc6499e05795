package dev.countersign.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.job.Amount;
import dev.countersign.store.Proposal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.erdtman.jcs.JsonCanonicalizer;

/// The digest that a signature is for: SHA-256 over the canonical JSON (RFC 8785) of `[[kind,
/// target, subject, mediaType, sha256 of the payload], ...]`, in the actions' order. Money that is
/// at stake is a sixth member of its action, `[[amount, currency], ...]`, amounts as decimal
/// strings. Anyone can compute it again from the bytes that went out.
public final class ProposalDigest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProposalDigest() {}

  /// One action as it enters the digest.
  ///
  /// @param payloadSha256 lower-case hex
  public record Part(
      String kind,
      String target,
      String subject,
      String mediaType,
      String payloadSha256,
      List<Amount> amounts) {
    public Part(
        String kind, String target, String subject, String mediaType, String payloadSha256) {
      this(kind, target, subject, mediaType, payloadSha256, List.of());
    }

    List<Object> fields() {
      var fields = new ArrayList<Object>();
      fields.addAll(List.of(kind, target, subject, mediaType, payloadSha256));
      if (!amounts.isEmpty())
        fields.add(amounts.stream().map(a -> List.of(a.decimal(), a.currency())).toList());
      return fields;
    }
  }

  /// Over actions as they are stored with a proposal.
  public static String ofStored(List<Proposal.ProposedAction> actions) {
    return of(
        actions.stream()
            .map(a ->
                new Part(a.kind(), a.target(), a.subject(), a.mediaType(), a.sha256(), a.amounts()))
            .toList());
  }

  /// Lower-case hex.
  public static String of(List<Part> actions) {
    return sha256(canonical(actions.stream().map(Part::fields).toList()));
  }

  /// Lower-case hex.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Eight characters, e.g. `7F3A-91C2`, by which a person sees that a page and a mail belong
  /// together. Proves nothing.
  public static String shortCode(String digest) {
    var code = digest.substring(0, 8).toUpperCase(Locale.ROOT);
    return code.substring(0, 4) + "-" + code.substring(4);
  }

  static byte[] canonical(Object value) {
    try {
      var json = JSON.writeValueAsString(value);
      return new JsonCanonicalizer(json).getEncodedString().getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + value.getClass(), e);
    } catch (IOException e) {
      throw new IllegalStateException("not canonical JSON", e);
    }
  }
}
