package dev.countersign.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One event on its way through a function.
record Invocation(String id, String event, CompletableFuture<Answer> answer) {
  static Invocation of(String event) {
    return new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
  }
}
