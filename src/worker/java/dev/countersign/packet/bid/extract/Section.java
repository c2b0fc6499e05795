package dev.countersign.packet.bid.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of a bid that a row stands in, known by the heading above it.
enum Section {
  PRICES,
  ALTERNATES,
  ALLOWANCES,
  EXCLUSIONS,
  CLARIFICATIONS,
  TERMS,
  CONDITIONS,
  /// Rates, references and other papers whose amounts are no part of the price.
  ATTACHMENT;

  private static final Pattern APPENDED =
      Pattern.compile(
          "^(?:attachment|appendix|exhibit|annex|enclosure|addend(?:um|a) to our bid)\\b.*");
  private static final Pattern PRICED =
      Pattern.compile(
          ".*\\b(?:schedule of values|bid schedule|price schedule|bid form|price breakdown|cost breakdown|breakdown of (?:price|cost|bid)|pricing)\\b.*");

  /// In the order in which they are tried.
  private static final List<Map.Entry<Section, Pattern>> WORDING =
      List.of(
          Map.entry(
              ATTACHMENT,
              Pattern.compile(
                  ".*(?:hourly|labou?r|equipment|rental|time[- ]and[- ]material|t ?& ?m)\\W+(?:and \\w+ )?rates?\\b.*|.*\\brate (?:sheet|schedule|table|card)\\b.*|.*\\brates?\\b.{0,40}\\b(?:not|extra|additional|if ordered|changes)\\b.*|.*\\brates? for (?:extra|additional|change).*"
                      + "|.*\\bunit prices? (?:for|applying to|governing|used for) (?:extra|additional|change|added|adjust|possible|unforeseen|variation).*|.*\\b(?:supplement(?:al|ary)|additional|optional|extra work|change order) unit prices?\\b.*"
                      + "|.*\\b(?:for (?:extra|additional|added) work|extra work)\\b.*|.*\\b(?:similar|past|previous|completed|recent|representative|relevant|comparable|reference) (?:work|projects?|jobs|experience|contracts|installations)\\b.*|(?:our |client |project )?references|(?:company|firm|our) (?:profile|experience|qualifications|history|background)|experience(?: record)?|.*\\bstatement of (?:qualifications|experience)\\b.*|about (?:us|our (?:firm|company))|.*\\bwork (?:we have done|in hand|on hand|completed)\\b.*|.*\\binsurance (?:limits|coverage|certificate|schedule)s?\\b.*|.*\\b(?:certificate of insurance|limits of (?:insurance|liability|coverage))\\b.*")),
          Map.entry(
              EXCLUSIONS,
              Pattern.compile(
                  "(?:.*\\b)?(?:exclu(?:sions?|ded|des)|not (?:included|in (?:the|our|this) (?:price|contract|scope|bid))|by others|(?:work|items?) not (?:included|covered|priced|in)|does not include|outside (?:of )?(?:our|the|this) (?:price|scope|bid)|what (?:is|'s) not (?:included|in)|we (?:have )?(?:exclude|not included|left out)|omitted|not covered|not part of)\\b.*")),
          Map.entry(
              ALTERNATES,
              Pattern.compile(
                  "(?:(?:bid |additive |deductive |add |deduct |priced |optional |requested |owner |price of |prices? for (?:the )?|schedule of )*)(?:alternates?|alternatives?|options?|add ?alternates?|deduct ?alternates?|voluntary alternates?|alternate (?:prices?|bids?|pricing|bid items)|.{0,20}\\boptions?)\\b.{0,45}")),
          Map.entry(ALLOWANCES, Pattern.compile("(?:.*\\b)?allowances?\\b.{0,40}")),
          Map.entry(
              CLARIFICATIONS,
              Pattern.compile(
                  "(?:.*\\b)?(?:clarifications?|qualifications?|assumptions?|inclusions?|included|notes?|remarks|basis of (?:bid|price|proposal)|what is included|comments|scope of (?:our )?work|our price includes|the price includes)\\b.{0,40}")),
          Map.entry(
              CONDITIONS,
              Pattern.compile(
                  "(?:(?:our |the )?(?:general |standard |special |usual )?(?:terms (?:and|&) )?conditions?(?: of (?:sale|the (?:proposal|bid|quotation|offer)|business|contract))?|(?:standard|general) terms|fine print|legal|small print|boilerplate)\\b.{0,25}")),
          Map.entry(
              TERMS,
              Pattern.compile(
                  "(?:.*\\b)?(?:(?:commercial |bid |payment |our |key |other )?terms(?: of (?:this |the )?(?:bid|offer|proposal))?|schedule and terms|the small matters|validity|payments?|price (?:holds?|is good|valid).{0,12}|addenda|acknowledg\\w+|delivery|(?:time|schedule|duration|period|completion|timing|program(?:me)?)(?: of (?:completion|work|performance))?|bonds?|bonding|lead times?)\\b.{0,20}")),
          Map.entry(
              PRICES,
              Pattern.compile(
                  "(?:.*\\b)?(?:prices?|pricing|bid schedule|schedule of (?:values|prices|items|quantities|rates and prices)|breakdown|base bid|cost summary|summary of (?:costs?|prices?)|bid items?|bid form|bill of quantities|estimate|quotation|proposal summary|bid summary|cost proposal|work items?)\\b.{0,40}")));

  /// Whether it holds text rather than prices.
  boolean isText() {
    return this == CLARIFICATIONS || this == TERMS || this == CONDITIONS;
  }

  /// The section that a heading opens; null when the text is no heading that is known here.
  static @Nullable Section openedBy(String heading) {
    String text =
        heading
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replaceAll("^(?:\\W|\\d+[.)]|[a-z][.)]|(?:section|part|article) \\w+[:.]?)+\\s*", "")
            .replaceAll("[\\s:.]+$", "");
    if (APPENDED.matcher(text).matches()) {
      return PRICED.matcher(text).matches() ? PRICES : ATTACHMENT;
    }
    for (Map.Entry<Section, Pattern> entry : WORDING) {
      if (entry.getValue().matcher(text).matches()) return entry.getKey();
    }
    return null;
  }
}
