package dev.countersign.packet.bid.scope;

import dev.countersign.source.Document;

/// What an uploaded document was taken for, and why, said so that a reviewer can disagree.
public record DocumentRole(Document document, Role role, String why) {

  /// What a document is to the comparison.
  public enum Role {
    SCOPE,
    BID,
    OTHER
  }
}
