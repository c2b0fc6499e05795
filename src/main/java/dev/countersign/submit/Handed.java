package dev.countersign.submit;

import dev.countersign.store.Upload;
import dev.countersign.workflow.Source;
import java.nio.file.Path;

/// A document of a submission, and where its bytes are.
sealed interface Handed {
  Source source();

  /// It came with the request.
  record Sent(Source source, Path file) implements Handed {}

  /// It was uploaded before.
  record Uploaded(Source source, Upload upload) implements Handed {}
}
