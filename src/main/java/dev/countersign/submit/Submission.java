package dev.countersign.submit;

import dev.countersign.workflow.Bounds;
import dev.countersign.workflow.Lane;
import dev.countersign.workflow.Narrowing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody hands in, as it came.
///
/// @param owner who submits, as authentication says
/// @param uploads ids of files that were uploaded before
/// @param idempotencyKey null when the submitter sent none
/// @param lane the lane that the submitter names; null when the workflow's own will do
/// @param narrowing how the submitter wants the policy to be stricter
/// @param bounds what the submitter wants the job to take at most
public record Submission(
    String owner,
    String workflow,
    String title,
    Map<String, String> fields,
    List<UploadedFile> files,
    List<String> uploads,
    @Nullable String idempotencyKey,
    @Nullable Lane lane,
    Narrowing narrowing,
    Bounds bounds) {
  public Submission {
    fields = Map.copyOf(fields);
    files = List.copyOf(files);
    uploads = List.copyOf(uploads);
  }

  /// Under the workflow's policy and contract as they are.
  public Submission(
      String owner,
      String workflow,
      String title,
      Map<String, String> fields,
      List<UploadedFile> files,
      List<String> uploads,
      @Nullable String idempotencyKey,
      @Nullable Lane lane) {
    this(
        owner,
        workflow,
        title,
        fields,
        files,
        uploads,
        idempotencyKey,
        lane,
        Narrowing.NONE,
        Bounds.USUAL);
  }

  /// A file as it came in: still where the request left it.
  ///
  /// @param role the part it came in
  public record UploadedFile(String role, String name, String declaredType, Path file, long size) {}
}
