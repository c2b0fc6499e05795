package dev.countersign.workflow;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a submitter wants a workflow's policy to be stricter for one job; it never gets wider.
///
/// @param deciders some of the policy's; empty for all of them
/// @param approvals at least as many as the policy asks for; null for as many
/// @param lives no longer than the policy gives; null for as long
public record Narrowing(
    List<String> deciders, @Nullable Integer approvals, @Nullable Duration lives) {
  public static final Narrowing NONE = new Narrowing(List.of(), null, null);

  public Narrowing {
    deciders = List.copyOf(deciders);
  }
}
