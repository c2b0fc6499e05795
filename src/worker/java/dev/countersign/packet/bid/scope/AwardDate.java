package dev.countersign.packet.bid.scope;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import dev.countersign.packet.bid.scope.ReadScope.Passage;
import dev.countersign.source.Document;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The date on which a scope plans to decide: the one that stands with "award", "decision" or the
/// like; failing that, so many days after the bids are due; failing that, the date until which bids
/// have to stand.
final class AwardDate {
  private static final Pattern DECIDES =
      Pattern.compile(
          "\\baward\\w*|\\bdecisions?\\b|\\bdecide[sd]?\\b|\\bacts?\\b|\\bselect(?:s|ion|ed)?\\b|\\bcontract (?:signing|execution|approval)|\\bapprov(?:es|al)\\b|\\bboard (?:meeting|vote)|\\bvotes?\\b|\\bvergabe\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STANDS =
      Pattern.compile(
          "\\b(?:valid|firm|open|good|hold|held|irrevocable|stand|remain)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DUE =
      Pattern.compile(
          "\\bdue\\b|\\bopen(?:ed|ing)\\b|\\breceived\\b|\\bsubmitted\\b|\\bclos(?:e|es|ing)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHIN =
      Pattern.compile(
          "\\baward\\w*\\b[^.;]{0,40}?\\b(\\d{1,3})\\s*(?:\\(\\d+\\)\\s*)?(?:calendar )?(days|weeks)\\b[^.;]{0,20}\\b(?:after|of|from|following)\\b",
          Pattern.CASE_INSENSITIVE);

  private AwardDate() {}

  static Optional<Stated<LocalDate>> in(Document document, List<Passage> passages) {
    return named(document, passages, DECIDES)
        .or(() -> counted(document, passages))
        .or(() -> named(document, passages, STANDS));
  }

  private static Optional<Stated<LocalDate>> named(
      Document document, List<Passage> passages, Pattern words) {
    for (boolean mayFollow : new boolean[] {false, true}) {
      for (Passage passage : passages) {
        var date = named(passage.text(), words, mayFollow);
        if (date.isPresent()) return Optional.of(stated(document, passage, date.get()));
      }
    }
    return Optional.empty();
  }

  /// The words that belong to a date stand before it, after the date or the full stop before.
  private static Optional<LocalDate> named(String text, Pattern words, boolean mayFollow) {
    int from = 0;
    for (var found : StatedDates.in(text)) {
      var lead = lastSentence(text.substring(from, found.start()));
      boolean named = words.matcher(lead).find() && !dueIsNearer(lead, words);
      boolean follows =
          mayFollow
              && lead.isBlank()
              && words.matcher(firstWords(text.substring(found.end()))).find();
      if (named || follows) return Optional.of(found.date());
      from = found.end();
    }
    return Optional.empty();
  }

  private static String lastSentence(String lead) {
    int stop = Math.max(lead.lastIndexOf(". "), lead.lastIndexOf(';'));
    return lead.substring(stop + 1);
  }

  private static String firstWords(String tail) {
    return tail.substring(0, Math.min(40, tail.length())).split("[.;]", 2)[0];
  }

  private static boolean dueIsNearer(String lead, Pattern words) {
    return last(lead, DUE) > last(lead, words);
  }

  private static int last(String text, Pattern words) {
    return words.matcher(text).results().mapToInt(result -> result.start()).max().orElse(-1);
  }

  private static Optional<Stated<LocalDate>> counted(Document document, List<Passage> passages) {
    var due = named(document, passages, DUE).map(Stated::value);
    if (due.isEmpty()) return Optional.empty();
    for (Passage passage : passages) {
      var within = WITHIN.matcher(passage.text());
      if (!within.find()) continue;
      int count = Integer.parseInt(within.group(1));
      int days = within.group(2).toLowerCase(Locale.ROOT).startsWith("w") ? count * 7 : count;
      return Optional.of(stated(document, passage, due.get().plusDays(days)));
    }
    return Optional.empty();
  }

  private static Stated<LocalDate> stated(Document document, Passage passage, LocalDate date) {
    return new Stated<>(
        date, new Citation(document.id(), document.name(), passage.page(), passage.text().strip()));
  }
}
