package dev.countersign.http;

import dev.countersign.submit.Submission;
import dev.countersign.submit.Submission.UploadedFile;
import dev.countersign.workflow.Lane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// Reads submissions out of requests: a multipart form's text parts are fields, its file parts are
/// files whose role is the part's name, and each `uploads` names a file that came before.
public final class SubmissionParts {
  private static final String WORKFLOW = "workflow";
  private static final String TITLE = "title";
  private static final String LANE = "lane";
  private static final String UPLOADS = "uploads";

  private SubmissionParts() {}

  /// @param except parts that are the form's own, not the job's
  /// @throws ProblemException 400 when a field comes twice, 422 for an unknown lane
  public static Submission of(
      String owner, MultipartFormDataInput form, @Nullable String key, Set<String> except) {
    var fields = new LinkedHashMap<String, String>();
    var files = new ArrayList<UploadedFile>();
    var uploads = new ArrayList<String>();
    form.getValues()
        .forEach((name, values) -> {
          for (var value : values) {
            if (value.isFileItem()) addFile(files, name, value);
            else if (name.equals(UPLOADS)) uploads.add(value.getValue().strip());
            else if (!except.contains(name)) addField(fields, name, value.getValue());
          }
        });
    return submission(owner, fields, files, uploads, key);
  }

  static Submission of(String owner, SubmitJson json, @Nullable String key) {
    var fields = new LinkedHashMap<>(Objects.requireNonNullElse(json.inputs(), Map.of()));
    putIfGiven(fields, WORKFLOW, json.workflow());
    putIfGiven(fields, TITLE, json.title());
    putIfGiven(fields, LANE, json.lane());
    putIfGiven(fields, BoundsParts.BUDGET, json.budget());
    putIfGiven(fields, BoundsParts.TIME_LIMIT, json.timeLimit());
    var review = json.review();
    if (review != null) {
      var by = review.by();
      putIfGiven(fields, NarrowingParts.BY, by == null ? null : String.join(",", by));
      var approvals = review.approvals();
      putIfGiven(fields, NarrowingParts.APPROVALS, approvals == null ? null : approvals.toString());
      putIfGiven(fields, NarrowingParts.WITHIN, review.within());
    }
    var uploads = Objects.requireNonNullElse(json.uploads(), List.<String>of());
    return submission(owner, fields, List.of(), uploads, key);
  }

  private static Submission submission(
      String owner,
      Map<String, String> fields,
      List<UploadedFile> files,
      List<String> uploads,
      @Nullable String key) {
    var workflow = Objects.requireNonNullElse(fields.remove(WORKFLOW), "").strip();
    var title = Objects.requireNonNullElse(fields.remove(TITLE), "").strip();
    var lane = fields.remove(LANE);
    var narrowing = NarrowingParts.take(fields);
    var bounds = BoundsParts.take(fields);
    return new Submission(
        owner,
        workflow,
        title,
        fields,
        files,
        uploads,
        key,
        lane == null ? null : lane(lane.strip()),
        narrowing,
        bounds);
  }

  private static void addFile(List<UploadedFile> files, String role, FormValue value) {
    var name = value.getFileName();
    if (name == null || name.isBlank()) return; // a browser's empty file input
    try {
      var item = value.getFileItem();
      files.add(
          new UploadedFile(role, name, declaredType(value), item.getFile(), item.getFileSize()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading an uploaded file", e);
    }
  }

  private static void addField(Map<String, String> fields, String name, String value) {
    if (value.isBlank()) return;
    if (fields.put(name, value) != null)
      throw ProblemDetails.badRequest(
              "The field " + name + " comes more than once.", "Send each field once.")
          .thrown();
  }

  private static void putIfGiven(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) fields.put(name, value);
  }

  private static String declaredType(FormValue value) {
    return Objects.requireNonNullElse(
        value.getHeaders().getFirst("Content-Type"), "application/octet-stream");
  }

  private static Lane lane(String name) {
    for (var lane : Lane.values())
      if (lane.wireName().equals(name.toLowerCase(Locale.ROOT))) return lane;
    throw ProblemDetails.of(
            422,
            "bad-input",
            "The input cannot be worked on",
            "There is no lane of that name.",
            "Leave lane out, or name interactive, background or approval.")
        .thrown();
  }
}
