package dev.countersign.model;

import java.util.Map;

/// Where a background response stands.
public sealed interface LongAnswer {
  /// It is queued or being worked on.
  record Going(String responseId, Map<String, String> metadata) implements LongAnswer {
    public Going {
      metadata = Map.copyOf(metadata);
    }
  }

  /// It is over: with a reply, or with a fault that has a name.
  record Ended(String responseId, Map<String, String> metadata, ModelAnswer answer)
      implements LongAnswer {
    public Ended {
      metadata = Map.copyOf(metadata);
    }
  }

  /// It was canceled before it was done.
  record Canceled(String responseId, Map<String, String> metadata) implements LongAnswer {
    public Canceled {
      metadata = Map.copyOf(metadata);
    }
  }

  /// The provider does not know this id, or no longer.
  record NotKnown(String responseId) implements LongAnswer {}

  /// This provider has no background mode: ask at once instead.
  record NoBackground() implements LongAnswer {}

  /// The request itself failed, and says nothing of the response.
  record Failed(ProviderFault fault) implements LongAnswer {}
}
