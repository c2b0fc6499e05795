package dev.countersign.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a question to a model brought nothing to use. None of them carries a key, and none what was
/// asked; `Refused`, `Truncated` and `Filtered` carry what the model said, which was paid for.
public sealed interface ProviderFault extends ModelAnswer {
  /// Nothing was done: the provider wants fewer requests or tokens a minute.
  ///
  /// @param retryAfter what it asked for, if it did
  record RateLimited(@Nullable Duration retryAfter) implements ProviderFault {}

  /// The provider is away or broken, and nothing was done as far as it says.
  ///
  /// @param status 0 when there was no connection
  /// @param retryAfter what it asked for, if it did
  record Unavailable(int status, @Nullable Duration retryAfter) implements ProviderFault {}

  /// It took longer than it might; the provider may go on, and be paid.
  record TimedOut(Duration limit) implements ProviderFault {}

  /// The connection broke after the question had gone out; it may have been paid for.
  record Cut(String why) implements ProviderFault {}

  /// The model does not want to.
  record Refused(Reply reply, String refusal) implements ProviderFault {}

  /// The model used up its tokens before it was done.
  record Truncated(Reply reply) implements ProviderFault {}

  /// The provider's filter stepped in.
  ///
  /// @param reply null when it did so before the model was asked
  record Filtered(@Nullable Reply reply) implements ProviderFault {}

  /// A reply without text and without tool calls.
  record Empty(Reply reply) implements ProviderFault {}

  /// What came back is no answer of this interface, or larger than allowed; it may have been paid
  /// for.
  record BadAnswer(String why) implements ProviderFault {}

  /// The provider will not do it however often it is asked: a wrong key, no such model, no money
  /// left, a request it does not understand.
  ///
  /// @param code what it calls the reason, e.g. `insufficient_quota`; empty when it does not say
  record Rejected(int status, String code) implements ProviderFault {}

  /// Whether the provider may have done it, and charge for it, though no usage is known.
  default boolean maybePaid() {
    return switch (this) {
      case TimedOut _, Cut _, BadAnswer _ -> true;
      case RateLimited _, Unavailable _, Rejected _ -> false;
      case Refused _, Truncated _, Filtered _, Empty _ ->
          said().filter(reply -> reply.usage() == null).isPresent();
    };
  }

  /// What the model said all the same, for the call log and the usage.
  default Optional<Reply> said() {
    return switch (this) {
      case Refused(var reply, var _) -> Optional.of(reply);
      case Truncated(var reply) -> Optional.of(reply);
      case Filtered(var reply) -> Optional.ofNullable(reply);
      case Empty(var reply) -> Optional.of(reply);
      case RateLimited _, Unavailable _, TimedOut _, Cut _, BadAnswer _, Rejected _ ->
          Optional.empty();
    };
  }

  /// Its name for logs and counts.
  default String kind() {
    return switch (this) {
      case RateLimited _ -> "rate_limited";
      case Unavailable _ -> "unavailable";
      case TimedOut _ -> "timed_out";
      case Cut _ -> "cut";
      case Refused _ -> "refused";
      case Truncated _ -> "truncated";
      case Filtered _ -> "filtered";
      case Empty _ -> "empty";
      case BadAnswer _ -> "bad_answer";
      case Rejected _ -> "rejected";
    };
  }
}
