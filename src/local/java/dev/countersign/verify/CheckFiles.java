package dev.countersign.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares the files beside a receipt with the hashes in it: what the job made, what it was given,
/// and what it sent.
final class CheckFiles {
  private final ReceiptFile receipt;
  private final JobFiles files;
  private final boolean all;
  private final Report report;

  /// @param all whether a file that the job made must be there
  CheckFiles(ReceiptFile receipt, JobFiles files, boolean all, Report report) {
    this.receipt = receipt;
    this.files = files;
    this.all = all;
    this.report = report;
  }

  /// The documents that are there and unchanged, by the ids of their sources.
  Map<String, Path> check() {
    artifacts();
    sent();
    return inputs();
  }

  private void artifacts() {
    var newest = new HashMap<String, JsonNode>();
    receipt.section("artifacts").forEach(a -> newest.put(a.path("name").asText(), a));
    var here = new ArrayList<String>();
    var missing = new ArrayList<String>();
    newest.forEach((name, artifact) -> {
      var file = files.named(name);
      if (file.isEmpty()) missing.add(name);
      else if (same(name, file.get())) here.add(name);
      else changed("artifacts", name, file.get(), artifact);
    });
    if (all && !receipt.job().has("erased"))
      missing.forEach(name -> report.wrong("artifacts", name + " is missing"));
    say("artifacts", here, missing);
  }

  /// As it was in any of the job's revisions.
  private boolean same(String name, Path file) {
    for (var artifact : receipt.section("artifacts"))
      if (artifact.path("name").asText().equals(name)
          && artifact.path("sha256").asText().equals(files.hash(file))) return true;
    return false;
  }

  private Map<String, Path> inputs() {
    var here = new HashMap<String, Path>();
    var missing = new ArrayList<String>();
    for (var input : receipt.section("inputs")) {
      var name = input.path("name").asText();
      var file = files.hashed(input.path("sha256").asText());
      if (file.isPresent()) here.put(input.path("id").asText(), file.get());
      else
        files
            .named(name)
            .ifPresentOrElse(
                other -> changed("inputs", name, other, input), () -> missing.add(name));
    }
    say("inputs", here.values().stream().map(f -> f.getFileName().toString()).toList(), missing);
    return here;
  }

  private void sent() {
    var here = new ArrayList<String>();
    for (var revision : receipt.section("revisions"))
      for (var action : revision.path("actions"))
        files
            .hashed(action.path("sha256").asText())
            .ifPresent(file -> here.add(file.getFileName().toString()));
    if (!here.isEmpty())
      report.ok("messages", String.join(", ", here) + ": the very bytes that were proposed");
  }

  private void changed(String part, String name, Path file, JsonNode recorded) {
    report.wrong(
        part,
        "%s was changed: its SHA-256 is %s, and %s was recorded"
            .formatted(name, files.hash(file), recorded.path("sha256").asText()));
  }

  private void say(String part, List<String> here, List<String> missing) {
    if (!here.isEmpty())
      report.okUnlessWrong(part, "%s: unchanged".formatted(String.join(", ", here)));
    if (!missing.isEmpty())
      report.note(part, "not here, so not compared: " + String.join(", ", missing));
  }
}
