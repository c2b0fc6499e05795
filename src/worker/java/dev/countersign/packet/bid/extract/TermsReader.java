package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a bid says beside its price: how long it is good, schedule, lead time, bond, addenda,
/// payment.
final class TermsReader {
  private static final Pattern VALID =
      Pattern.compile(
          "\\b(?:valid|validity|good (?:for|through|until|till|to|thru)|(?:is|are|be|remains?|held|hold|stays?) (?:firm|open|good)|firm (?:for|through|until|to)|hold (?:this|these|our|the)|we(?: will)? hold|held (?:for|through|until|to|firm)|open (?:for|until|to|through)|remains? (?:open|in effect|in force|binding)|expires?|lapses?|may be accepted|(?:if |when )?accepted (?:by|within|before|until|on or before)|acceptance (?:within|by|before|period)|binding (?:for|until|through)|withdrawn?|subject to acceptance|price guarantee|guaranteed (?:for|until|through)|honou?r(?:ed)?|gültig|(?:may|can) accept (?:it |this |our offer )?(?:until|through|by)|open till|prices? stands?|stands? (?:by|until|till|through)|valid)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEAD =
      Pattern.compile(
          "\\b(?:lead[- ]times?|ships?\\b|shipping|shipment|deliver(?:y|ed|ies)|procurement|(?:weeks?|days|months?) (?:out|ahead|away)|long[- ]lead|fabricat\\w+|in stock|backorder\\w*|(?:is|are) quoting|from (?:release|order|approved|approval of)|after (?:approved|approval of|release|order)|to arrive|manufactur\\w+ time)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORK_TIME =
      Pattern.compile(
          "\\b(?:complet\\w+|on[- ]site|duration|schedule|substantial|from (?:the )?(?:notice|permit|start|mobili[sz]ation|award|contract)|after (?:the )?(?:notice|permit|award|mobili[sz]ation)|in the house|the work (?:takes|will take|requires)|(?:work|project|job|construction) (?:takes|will take|time|can be)|plan on|working (?:days|weeks)|finish\\w*|start to|execution|perform|running by|ready by|done by|(?:work|crews?|planting|install\\w*|we) (?:lasts?|takes?|needs?|plan|expect|require))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BOND =
      Pattern.compile(
          "\\b(?:bonds?|bonded|bonding|surety|bid (?:security|guarant(?:y|ee)))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PAYMENT =
      Pattern.compile(
          "\\b(?:payment (?:is|terms?|due|shall|will|schedule|within|in|after)|(?:half|third|quarter|rest|balance)\\b.{0,25}\\b(?:at|on|upon|in|with|after)|certificates|payments?\\b.{0,30}\\b(?:monthly|due|net|progress)|payable|net \\d{1,2}\\b|net (?:thirty|fifteen|ten)|retain(?:age|ed|er)|retention|progress (?:payments?|billings?)|deposit|down ?payment|invoices?|billed|monthly (?:requisitions?|estimates|billings?|draws?|applications)|draws?|due (?:on|upon)|\\d+ ?% (?:at|on|upon|down|with))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNTED_FROM =
      Pattern.compile(
          "\\b(?:days|weeks|months)\\b[^.;]{0,15}\\b(?:from|after|following|of)\\b(?:(?!\\b(?:to|until|through|till|on|by)\\b)[^.;(]){0,45}$",
          Pattern.CASE_INSENSITIVE);

  /// "Twelve working weeks."
  private static final Pattern BARE_TIME =
      Pattern.compile(
          "(?:about |approximately )?\\S+ (?:working |calendar |consecutive )?(?:days|weeks|months)\\.?",
          Pattern.CASE_INSENSITIVE);

  /// "Casework 7 weeks.", "Equipment takes ten to eleven weeks."
  private static final Pattern MATERIAL_TIME =
      Pattern.compile("\\p{Lu}\\S*(?: \\S+){1,9} (?:days|weeks|months)\\b.{0,25}");

  private final String source;
  private final String document;
  private final List<Passage> passages;

  TermsReader(String source, String document, List<Passage> passages) {
    this.source = source;
    this.document = document;
    this.passages = passages.stream().filter(p -> p.section() != Section.ATTACHMENT).toList();
  }

  private Citation cite(Passage p) {
    return new Citation(source, document, p.page(), p.quote());
  }

  private static boolean labelled(Passage p, String words) {
    return p.label() != null
        && p.label().toLowerCase(Locale.ROOT).matches(".*\\b(?:" + words + ")\\b.*");
  }

  private @Nullable Passage best(Predicate<Passage> labelled, Predicate<Passage> worded) {
    List<Passage> own = passages.stream().filter(p -> p.section() != Section.CONDITIONS).toList();
    for (Passage p : own) if (labelled.test(p) && p.text().length() > 3) return p;
    for (Passage p : own) if (worded.test(p)) return p;
    for (Passage p : passages) if (worded.test(p)) return p;
    return null;
  }

  private @Nullable Stated<String> text(@Nullable Passage p) {
    if (p == null || p.quote().length() < 4) return null;
    return new Stated<>(p.text(), cite(p));
  }

  @Nullable Stated<LocalDate> validUntil(@Nullable LocalDate bidDate, @Nullable LocalDate opening) {
    List<Stated<LocalDate>> found = new ArrayList<>();
    for (Passage p : passages) {
      boolean labelled =
          labelled(
              p,
              "validity|valid|price holds?|prices? good|acceptance|offer period|price hold|bid hold|expir\\w+|good until|good through");
      if (!labelled && !VALID.matcher(p.text()).find()) continue;
      LocalDate from =
          p.text().matches("(?is).*\\b(?:opening|bid date|due date|receipt of bids)\\b.*")
                  && opening != null
              ? opening
              : bidDate;
      LocalDate until = until(p.text(), from, bidDate);
      if (until != null) found.add(new Stated<>(until, cite(p)));
      if (until != null && labelled) return found.getLast();
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  private static @Nullable LocalDate until(
      String text, @Nullable LocalDate from, @Nullable LocalDate bidDate) {
    LocalDate stated =
        Dates.in(text).stream()
            .map(Dates.Found::date)
            .filter(d -> bidDate == null || d.isAfter(bidDate))
            .max(Comparator.naturalOrder())
            .orElse(null);
    LocalDate start = counted(text);
    if (start != null) return Periods.in(text).map(p -> p.after(start)).orElse(start);
    if (stated != null) return stated;
    return from == null ? null : Periods.in(text).map(p -> p.after(from)).orElse(null);
  }

  /// "60 days from the bid opening, April 16, 2026": the date that the days are counted from.
  private static @Nullable LocalDate counted(String text) {
    if (Periods.in(text).isEmpty()) return null;
    for (Dates.Found found : Dates.in(text)) {
      if (COUNTED_FROM.matcher(text.substring(0, found.start())).find()) return found.date();
    }
    return null;
  }

  @Nullable Stated<String> schedule() {
    return text(schedulePassage());
  }

  private @Nullable Passage schedulePassage() {
    Predicate<Passage> label =
        p ->
            labelled(
                    p,
                    "schedule|duration|completion|construction time|contract time|time|time to perform|program|programme|timing|execution|working time")
                && timed(p)
                && !labelled(p, "lead");
    Passage labelled = best(label, p -> false);
    if (labelled != null) return labelled;
    Predicate<Passage> plain = p -> timed(p) && !other(p);
    Passage worded = best(p -> false, plain.and(p -> WORK_TIME.matcher(p.text()).find()));
    if (worded != null) return worded;
    return best(p -> false, plain.and(p -> BARE_TIME.matcher(p.text()).matches()));
  }

  /// Whether it names a span of time or a date.
  private static boolean timed(Passage p) {
    return Periods.in(p.text()).isPresent() || !Dates.in(p.text()).isEmpty();
  }

  private static boolean other(Passage p) {
    return VALID.matcher(p.text()).find()
        || PAYMENT.matcher(p.text()).find()
        || LEAD.matcher(p.text()).find()
        || labelled(p, "lead|payment|validity|warranty|termination|disputes?|delay")
        || p.text().matches("(?is).*\\b(?:warrant\\w*|notice of|written notice|bond)\\b.*");
  }

  @Nullable Stated<String> leadTime() {
    Passage schedule = schedulePassage();
    Predicate<Passage> free =
        p ->
            !p.equals(schedule)
                && Periods.in(p.text()).isPresent()
                && !VALID.matcher(p.text()).find()
                && !PAYMENT.matcher(p.text()).find();
    Passage named =
        best(
            p -> labelled(p, "lead|lead times?|delivery|procurement|long[- ]lead(?: items)?"),
            free.and(p -> LEAD.matcher(p.text()).find()));
    if (named != null) return text(named);
    return text(
        best(
            p -> false,
            free.and(p ->
                !other(p)
                    && p.section() != Section.CONDITIONS
                    && MATERIAL_TIME.matcher(p.text()).matches())));
  }

  @Nullable Stated<String> bond() {
    return text(
        best(
            p -> labelled(p, "bonds?|bonding|surety|security|bid guarant(?:y|ee)|bid security"),
            p ->
                BOND.matcher(p.text()).find()
                    && !p.text()
                        .matches(
                            "(?i)licensed.{0,20}bonded.*|bonded and insured\\.?|.*\\bbond coat\\b.*")));
  }

  @Nullable Stated<String> payment() {
    return text(
        best(
            p ->
                labelled(p, "payments?|payment terms|billing|invoicing|terms of payment")
                    && !BOND.matcher(p.label() + p.text()).find(),
            p ->
                !p.text().matches("(?is).*\\btax(?:es)?\\b.*")
                    && !p.text().matches("(?s).*[$€£] ?\\d.*")
                    && PAYMENT.matcher(p.text()).find()
                    && !p.text()
                        .matches(
                            "(?is).*\\b(?:lien waivers?|payment bond|performance bond)\\b.*")));
  }

  /// The numbers acknowledged; null when nothing is said of addenda.
  @Nullable Stated<List<Integer>> addenda() {
    TreeSet<Integer> numbers = new TreeSet<>();
    Passage first = null;
    for (Passage p : passages) {
      boolean labelled = labelled(p, "addend(?:um|a)(?: \\w+)?|acknowledg\\w+");
      boolean worded =
          Addenda.WORD.matcher(p.text()).find()
              && p.text().toLowerCase(Locale.ROOT).contains("addend");
      if (!labelled && !worded) continue;
      List<Integer> said = Addenda.numbers(worded ? p.text() : "addenda " + p.text());
      boolean none =
          p.text()
              .matches("(?is).*\\b(?:no addenda|none|no addendum(?! ?\\d)\\b(?!\\.? ?\\d))\\b.*");
      if (said.isEmpty() && !none) continue;
      if (first == null || first.quote().length() < 4) first = p;
      numbers.addAll(said);
    }
    return first == null ? null : new Stated<>(List.copyOf(numbers), cite(first));
  }
}
