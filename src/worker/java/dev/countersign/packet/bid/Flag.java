package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something an estimator would stop at, said in one plain sentence.
///
/// @param bid the source id of the bid it is about; null when about the packet
/// @param moneyEffect what it does to that bid's price, signed; null when not known
/// @param searched for what is absent: the pages that were searched
/// @param also a second place, where two readings stand against each other; null when there is none
@RegisterForReflection
public record Flag(
    Kind kind,
    Severity severity,
    @Nullable String bid,
    @Nullable String scopeId,
    @Nullable String alternate,
    String sentence,
    @Nullable BigDecimal moneyEffect,
    @Nullable Citation citation,
    List<Integer> searched,
    @Nullable Citation also) {
  public Flag {
    searched = List.copyOf(searched);
  }

  /// One that stands on one place, or on none.
  public Flag(
      Kind kind,
      Severity severity,
      @Nullable String bid,
      @Nullable String scopeId,
      @Nullable String alternate,
      String sentence,
      @Nullable BigDecimal moneyEffect,
      @Nullable Citation citation,
      List<Integer> searched) {
    this(kind, severity, bid, scopeId, alternate, sentence, moneyEffect, citation, searched, null);
  }

  public enum Severity {
    HIGH,
    MEDIUM,
    LOW
  }

  /// The kinds, by the names that `comparison.json` uses in lower case.
  public enum Kind {
    ARITHMETIC_ERROR,
    EXTENSION_ERROR,
    WORDS_FIGURES_MISMATCH,
    OMITTED_SCOPE,
    HIDDEN_EXCLUSION,
    UNIT_MISMATCH,
    ALLOWANCE_SHORTFALL,
    ALTERNATE_FLIPS_LOW,
    ADDENDUM_NOT_ACKNOWLEDGED,
    EXPIRED_VALIDITY,
    ESCALATION_CLAUSE,
    TAX_EXCLUDED,
    CONDITIONAL_DISCOUNT,
    NO_BREAKDOWN,
    REQUIREMENT_NOT_MET,
    DUPLICATE_BID,
    INSTRUCTS_READER,
    /// The rules and a model read something differently; the sentence says what was gone on with.
    READINGS_DIFFER,
    /// A model was to have a part in it, and had none.
    WITHOUT_MODEL;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
