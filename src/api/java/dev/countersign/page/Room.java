package dev.countersign.page;

import dev.countersign.http.Bytes;

/// How much the form takes, in bytes for its script and in words for people.
///
/// @param inOneRequest and so without scripts
public record Room(long inOneRequest, long aFile, long aJob) {

  /// Whether a job may be more than a request can hold.
  public boolean needsUploads() {
    return inOneRequest < aJob;
  }

  public String words() {
    return "At most %s a file and %s in all.".formatted(Bytes.say(aFile), Bytes.say(aJob));
  }

  public String wordsWithoutScripts() {
    return "Without scripts: %s in all.".formatted(Bytes.say(inOneRequest));
  }
}
