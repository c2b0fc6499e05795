package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of having a model do what the rules had done.
///
/// @param flags where the two differ, and what was gone on with
/// @param missed what no model did
@RegisterForReflection
public record SecondReading(List<Flag> flags, List<Missed> missed) {
  /// What a comparison is that no model has a part in.
  public static final SecondReading NONE = new SecondReading(List.of(), List.of());

  public SecondReading {
    flags = List.copyOf(flags);
    missed = List.copyOf(missed);
  }

  /// As it was stored; nothing was before there were models.
  public static SecondReading stored(@Nullable SecondReading reading) {
    return reading == null ? NONE : reading;
  }

  /// @param bid the source id of the bid it is about; null when about all
  /// @param fault why, by a stable name
  @RegisterForReflection
  public record Missed(What what, @Nullable String bid, String fault) {}

  /// What a model is asked for.
  public enum What {
    PRICES,
    PLACES,
    SUMMARY
  }
}
