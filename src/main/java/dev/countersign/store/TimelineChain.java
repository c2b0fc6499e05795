package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.TimelineEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Chains a job's timeline: each entry's hash is over its RFC 8785 form, which names the hash
/// before it. Personal values are in that form as salted commitments, and beside it in clear, where
/// they can be erased without breaking the chain.
final class TimelineChain {
  private static final int SALT_BYTES = 16;
  private final StoredForms forms;
  private final RandomGenerator random;

  TimelineChain(StoredForms forms, RandomGenerator random) {
    this.forms = forms;
    this.random = random;
  }

  /// An entry as it is stored, with the hash that the next one names.
  record Link(Map<String, AttributeValue> item, String hash) {}

  /// @param job as it is after the entry, still with the head before it
  Link append(Job job, TimelineEntry entry) {
    var personal = salted(entry.personal());
    var canonical = forms.canonical(hashed(job, entry, personal));
    var hash = Sha256.hex(canonical);
    var item = new HashMap<String, AttributeValue>();
    item.put("pk", text(job.id().value()));
    item.put("sk", text(Keys.event(job.version())));
    item.put("schema", number(StoredForms.SCHEMA));
    item.put("entry", text(canonical));
    item.put("hash", text(hash));
    item.put("personal", personal(personal));
    return new Link(item, hash);
  }

  TimelineEvent read(Map<String, AttributeValue> item) {
    var canonical = text(item, "entry");
    var entry = forms.read(canonical, Hashed.class);
    var personal = new HashMap<String, TimelineEvent.Personal>();
    var kept = item.get("personal");
    if (kept != null)
      kept.m()
          .forEach((name, value) ->
              personal.put(
                  name,
                  new TimelineEvent.Personal(text(value.m(), "salt"), text(value.m(), "value"))));
    return new TimelineEvent(
        entry.seq(),
        entry.type(),
        entry.at(),
        entry.facts(),
        personal,
        canonical,
        text(item, "hash"));
  }

  /// SHA-256 over the salt's bytes and then the value's in UTF-8.
  static String commitment(TimelineEvent.Personal personal) {
    var digest = Sha256.digest();
    digest.update(HexFormat.of().parseHex(personal.salt()));
    digest.update(personal.value().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Hashed hashed(
      Job job, TimelineEntry entry, Map<String, TimelineEvent.Personal> personal) {
    return new Hashed(
        StoredForms.SCHEMA,
        job.id(),
        job.version(),
        entry.type(),
        entry.at(),
        entry.facts(),
        personal.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> commitment(e.getValue()))),
        job.head());
  }

  private Map<String, TimelineEvent.Personal> salted(Map<String, String> values) {
    var salted = new HashMap<String, TimelineEvent.Personal>();
    values.forEach((name, value) -> salted.put(name, new TimelineEvent.Personal(salt(), value)));
    return salted;
  }

  private String salt() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private static AttributeValue personal(Map<String, TimelineEvent.Personal> values) {
    var map = new HashMap<String, AttributeValue>();
    values.forEach(
        (name, p) -> map.put(name, Attr.texts(Map.of("salt", p.salt(), "value", p.value()))));
    return AttributeValue.fromM(map);
  }

  /// What is hashed of an entry.
  @RegisterForReflection
  record Hashed(
      int schema,
      JobId job,
      long seq,
      String type,
      Instant at,
      Map<String, String> facts,
      Map<String, String> commitments,
      String previous) {}
}
