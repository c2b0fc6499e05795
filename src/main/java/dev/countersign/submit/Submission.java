package dev.countersign.submit;

import dev.countersign.workflow.Lane;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody hands in, as it came.
///
/// @param owner who submits, as authentication says
/// @param idempotencyKey null when the submitter sent none
/// @param raise a lane the submitter asks for; only a higher one than the workflow's counts
public record Submission(
    String owner,
    String workflow,
    String title,
    Map<String, String> fields,
    List<UploadedFile> files,
    @Nullable String idempotencyKey,
    @Nullable Lane raise) {
  public Submission {
    fields = Map.copyOf(fields);
    files = List.copyOf(files);
  }

  /// A file as it came in: still where the request left it.
  ///
  /// @param role the part it came in
  public record UploadedFile(String role, String name, String declaredType, Path file, long size) {}
}
