package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.job.Job;
import dev.countersign.job.JobFixtures;
import dev.countersign.job.JobState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Job items as they were stored by each version of the stored form. The files of older forms are
/// never written again: `-Dcountersign.write-docs=true` writes only those of the present one.
class GoldenFormsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final ObjectMapper JSON = new ObjectMapper();
  private final StoredForms forms = new StoredForms();
  private final StoredJob stored = new StoredJob(forms);

  @TestFactory
  Stream<DynamicTest> every_stored_form_still_loads() throws IOException {
    if (Boolean.getBoolean("countersign.write-docs")) writeThePresentForm();
    return files().stream()
        .map(
            file -> DynamicTest.dynamicTest(GOLDEN.relativize(file).toString(), () -> loads(file)));
  }

  private void loads(Path file) throws IOException {
    var item = item(file);

    var job = stored.read(item);

    assertThat(job.id().value()).isEqualTo(Attr.text(item, "pk"));
    assertThat(job.version()).isEqualTo(Attr.number(item, "version"));
    assertThat(job.state().status()).isEqualTo(Attr.text(item, "status"));
  }

  @TestFactory
  Stream<DynamicTest> the_present_form_is_written_as_its_golden_files_say() throws IOException {
    return files().stream()
        .filter(file -> file.startsWith(GOLDEN.resolve("job-" + StoredForms.SCHEMA)))
        .map(file ->
            DynamicTest.dynamicTest(
                GOLDEN.relativize(file).toString(),
                () -> {
                  var item = item(file);
                  var job = stored.read(item);

                  var again = stored.item(job, Attr.text(item, "writeId"), JobFixtures.SUBMITTED);

                  assertThat(comparable(again)).isEqualTo(comparable(item));
                }));
  }

  @Test
  void there_is_a_golden_file_of_every_state() throws IOException {
    var states = new LinkedHashSet<Class<?>>();
    for (var file : files()) states.add(stored.read(item(file)).state().getClass());

    assertThat(states).containsExactlyInAnyOrder(JobState.class.getPermittedSubclasses());
  }

  /// Nobody knows beforehand what a later form holds: what is erased is all but what is known.
  @TestFactory
  Stream<DynamicTest> every_stored_form_loads_without_its_values_too() throws IOException {
    return files().stream()
        .filter(file -> loaded(file).state().terminal())
        .map(file ->
            DynamicTest.dynamicTest(
                GOLDEN.relativize(file).toString(),
                () -> {
                  var job = loaded(file);

                  var erased = forms.redacted(job, Redaction.ERASED.withNames());

                  assertThat(erased.state().status()).isEqualTo(job.state().status());
                  assertThat(erased.effects()).isEqualTo(job.effects());
                  assertThat(forms.write(erased)).doesNotContain("@", job.title());
                }));
  }

  private Job loaded(Path file) {
    try {
      return stored.read(item(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(GOLDEN)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void writeThePresentForm() throws IOException {
    var folder = Files.createDirectories(GOLDEN.resolve("job-" + StoredForms.SCHEMA));
    for (var situation : JobFixtures.everySituation().entrySet()) {
      var item = stored.item(situation.getValue(), "write-1", JobFixtures.SUBMITTED);
      var plain = new TreeMap<String, Map<String, Object>>();
      item.forEach((name, value) -> plain.put(name, plain(value)));
      var file = folder.resolve(situation.getKey().replace(' ', '-') + ".json");
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plain) + "\n");
    }
  }

  private static Map<String, Object> plain(AttributeValue value) {
    if (value.hasL()) return Map.of("L", value.l().stream().map(AttributeValue::s).toList());
    return value.s() != null ? Map.of("S", value.s()) : Map.of("N", value.n());
  }

  private static Map<String, AttributeValue> item(Path file) throws IOException {
    var plain =
        JSON.readValue(file.toFile(), new TypeReference<Map<String, Map<String, Object>>>() {});
    var item = new HashMap<String, AttributeValue>();
    plain.forEach((name, value) -> item.put(name, value(value)));
    return item;
  }

  private static AttributeValue value(Map<String, Object> plain) {
    if (plain.get("L") instanceof List<?> texts)
      return AttributeValue.fromL(texts.stream().map(t -> Attr.text(t.toString())).toList());
    return plain.get("S") instanceof String text
        ? Attr.text(text)
        : AttributeValue.fromN(String.valueOf(plain.get("N")));
  }

  /// Without the wake-up, which depends on when it is written, and with the JSON's fields in one
  /// order.
  private static Map<String, AttributeValue> comparable(Map<String, AttributeValue> item) {
    var rest = new HashMap<>(item);
    rest.remove("dueAt");
    rest.computeIfPresent("job", (_, json) -> Attr.text(CanonicalJson.of(json.s())));
    return rest;
  }
}
