package dev.countersign.model.tools;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What a tool's answer stands on.
///
/// @param source the document's id in its job
/// @param document its file name
/// @param page from 1
/// @param quote words that stand there
@RegisterForReflection
public record Cited(String source, String document, int page, String quote) {
  private static final int LONGEST = 300;

  public Cited {
    quote = quote.length() <= LONGEST ? quote : quote.substring(0, LONGEST);
  }
}
