package dev.countersign.packet.bid.extract;

import java.util.regex.Pattern;

/// Wordings that more than one reader looks for.
final class TermsWords {
  static final Pattern BOND =
      Pattern.compile(
          "\\b(?:bid |payment |performance |surety )?bonds?\\b(?! coat)", Pattern.CASE_INSENSITIVE);

  private TermsWords() {}
}
