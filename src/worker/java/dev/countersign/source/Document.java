package dev.countersign.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A document as it was read: which pages, and what of it could not be read.
///
/// @param id the source's id in its job; two sources may have the same bytes
/// @param name the file name as uploaded, made safe to show
/// @param mediaType what the bytes are, whatever the name says
/// @param gaps what was not read, with the reason; empty when all was
@RegisterForReflection
public record Document(
    String id, String name, String sha256, String mediaType, List<Page> pages, List<Gap> gaps) {
  public Document {
    pages = List.copyOf(pages);
    gaps = List.copyOf(gaps);
  }

  /// Whether anything at all was read.
  public boolean readable() {
    return !pages.isEmpty();
  }
}
