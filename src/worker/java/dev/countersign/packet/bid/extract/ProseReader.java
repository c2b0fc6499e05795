package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the prices that stand in sentences, each with the words that it is the price of.
final class ProseReader {
  private static final Pattern TOTAL =
      Pattern.compile(
          "\\b(?:total|in all|all told|all together|altogether|complete price|whole (?:job|price|project|of the work)|lump[- ]sum|(?:for|in) the (?:lump )?sum|contract (?:sum|price|amount)|base bid|bid (?:price|amount|sum)|bottom line|grand|(?:price|figure|cost|number) for (?:the |all |this |your )?(?:above |entire |complete |whole |kitchen|project|work|job|roof|building)|our (?:(?:base|total|complete|overall|final|net|firm|bid|contract) )*(?:price|bid|figure|number|quote|offer|proposal) (?:is|of|at|comes|stands)|all (?:of )?the (?:above|work)|entire (?:job|work|project|scope)|everything (?:above|described|listed))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SUBTOTAL =
      Pattern.compile(
          "\\bsub-?total\\b|\\bbefore (?:sales )?(?:tax|vat)\\b|\\bsum of the above\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAX =
      Pattern.compile(
          "\\b(?:sales|use|excise|gross receipts) tax\\b|\\bvat\\b|\\bgst\\b|\\btax (?:is|of|at|comes|adds|on)\\b",
          Pattern.CASE_INSENSITIVE);
  static final Pattern ALTERNATE =
      Pattern.compile(
          "\\balternat(?:e|es|ive|ively)\\b|\\boption(?:al|ally|s)?\\b|\\b(?:if|should) (?:you|the owner|owner)\\b.{0,60}\\b(?:rather|prefer|want|choose|wish|like|elect|decide|instead|accept)|\\b(?:in lieu of|instead of)\\b.{0,80}\\b(?:add|deduct|credit|save|subtract)\\b|\\b(?:add|deduct|credit|save|subtract)\\b.{0,80}\\b(?:in lieu of|instead of)\\b|\\bupgrade\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEDUCT =
      Pattern.compile(
          "\\b(?:deduct(?:ion|s)?|credit|save[sd]?|saving[s]?|less(?! than)|reduc(?:e|es|ed|tion)|subtract|minus|take off|off the price|lower(?:s)?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_PRICE =
      Pattern.compile(
          "\\b(?:per occurrence|aggregate|insurance|liability|deductible|umbrella|revenue|bonding capacity|surety|license|liquidated|penalty|overtime|per hour|hourly|hour rate|change orders?|extra work|invoice|interest|deposit|completed (?:in|for)|past (?:years?|work|projects?|jobs)|last year|(?:19|20)\\d\\d we|we (?:have )?completed|recent work|previous(?:ly)?|recently|similar (?:jobs?|projects?|work)|references?|project value|contract value|unforeseen|if (?:found|needed|required|encountered|directed)|above \\$|over \\$|exceed\\w*|minimum (?:charge|order)|late (?:fee|charge)s?|allowance\\b[^$]{0,40}\\bincluded|includ\\w+ an? [^$]{0,20}\\$[\\d,.]+ allowance)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER_FOR =
      Pattern.compile(
          "^\\s*(?:allowance\\s+)?(?:for|to cover|towards?|covers|covering|on account of|to (?:furnish|install|supply|provide|do|replace|remove))\\s+(?!a total|the (?:work|job|project)\\b)");

  private static final Pattern UNIT =
      Pattern.compile("^\\s*(" + Units.EXPRESSION + ")(?!\\w)", Pattern.CASE_INSENSITIVE);

  private final Figures figures;
  private final String source;
  private final String document;

  ProseReader(Figures figures, String source, String document) {
    this.figures = figures;
    this.source = source;
    this.document = document;
  }

  /// @return the lines in the order of the text; totals among them by their label
  List<PriceLine> lines(List<Passage> passages) {
    List<PriceLine> lines = new ArrayList<>();
    for (Passage passage : passages) {
      if (passage.section() == Section.ATTACHMENT || passage.section() == Section.EXCLUSIONS)
        continue;
      if (passage.section() == Section.CONDITIONS) continue;
      if (passage.label() != null && Section.openedBy(passage.label()) == Section.ATTACHMENT)
        continue;
      lines.addAll(lines(passage));
    }
    return lines;
  }

  private List<PriceLine> lines(Passage passage) {
    List<Figure> found = figures.in(passage.text());
    List<Figure> amounts = found.stream().filter(f -> isAmount(f, found, passage.text())).toList();
    List<PriceLine> lines = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < amounts.size(); k++) {
      Figure amount = amounts.get(k);
      int next = k + 1 < amounts.size() ? amounts.get(k + 1).start() : passage.text().length();
      String before = passage.text().substring(Math.min(from, amount.start()), amount.start());
      String after = passage.text().substring(amount.end(), next);
      Matcher follows = AFTER_FOR.matcher(after);
      boolean behind = follows.find() && !hasSubject(before);
      String description = behind ? upToNext(after.substring(follows.end())) : before;
      from =
          behind
              ? amount.end() + follows.end() + upToNext(after.substring(follows.end())).length()
              : amount.end();
      PriceLine line = line(passage, amount, description, before, after, found);
      if (line != null) lines.add(line);
    }
    return lines;
  }

  private boolean isAmount(Figure f, List<Figure> all, String text) {
    if (!f.currency() || f.percent()) return false;
    if (Figures.RATE.matcher(text.substring(f.end())).find()) return false;
    boolean unitPrice =
        all.stream()
            .anyMatch(q ->
                !q.equals(f)
                    && !q.currency()
                    && !q.percent()
                    && q.value().signum() > 0
                    && all.stream()
                        .anyMatch(p ->
                            !p.equals(f)
                                && !p.equals(q)
                                && p.currency()
                                && p.start() > f.start()
                                && Tail.close(q.value().multiply(f.value()), p.value())));
    return !unitPrice;
  }

  /// Whether the words before an amount already say what it is the price of.
  private static boolean hasSubject(String before) {
    String words =
        before
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll(
                "\\b(?:we|our|have|has|carry|carried|carries|include[sd]?|including|an?|and|the|of|also|allowances?|plus|another|add|added|allow|figure[d]?|price|prices|is|are|at|with|in|this|bid|base|another|further|there|put|hold|set|aside|hereby|propose|offer|charge|please|will|you|provide|quote)\\b|\\W|\\d",
                "");
    return words.length() >= 4;
  }

  private static String upToNext(String after) {
    Matcher m =
        Pattern.compile(
                ",? and (?=[$€£]|(?:another |an additional |a further )?$)|;|,(?=\\s*(?:as|and|which|and then)\\b)|\\.(?=\\s|$)")
            .matcher(after);
    return m.find() ? after.substring(0, m.start()) : after;
  }

  private @Nullable PriceLine line(
      Passage passage,
      Figure amount,
      String description,
      String before,
      String after,
      List<Figure> found) {
    boolean alternate =
        passage.section() == Section.ALTERNATES || ALTERNATE.matcher(passage.text()).find();
    LineLabel label = alternate ? LineLabel.ITEM : label(before, after);
    if (label == LineLabel.ITEM && NO_PRICE.matcher(passage.text()).find()) return null;
    boolean deduct =
        alternate
            ? DEDUCT.matcher(passage.text()).find()
            : label == LineLabel.ITEM && DEDUCT.matcher(before).find();
    BigDecimal value = deduct ? amount.value().abs().negate() : amount.value();
    Product product = product(amount, found, passage.text());
    String text =
        Subject.of(
            alternate
                ? passage
                    .text()
                    .substring(0, Math.max(4, Math.min(passage.text().length(), amount.start())))
                : description,
            label);
    if (text.length() < 3) text = Subject.of(passage.text(), label);
    if (text.length() < 3) return null;
    String allowance =
        passage.text().toLowerCase(java.util.Locale.ROOT).contains("allowance") ? "ALLOWANCE" : "";
    return new PriceLine(
        passage.order(),
        alternate ? -2 : -1,
        alternate ? Section.ALTERNATES : Section.PRICES,
        label,
        null,
        text,
        product.quantity,
        product.unit,
        product.unitPrice,
        value,
        allowance,
        true,
        new Citation(source, document, passage.page(), passage.quote()));
  }

  private static LineLabel label(String before, String after) {
    if (SUBTOTAL.matcher(before).find()) return LineLabel.SUBTOTAL;
    if (AmountInWords.sum(before).isPresent()) return LineLabel.TOTAL;
    boolean unnamed = !hasSubject(before.replaceAll("(?i)that brings|this makes|which", ""));
    if (TOTAL.matcher(before).find() || (unnamed && TOTAL.matcher(after).find())) {
      return LineLabel.TOTAL;
    }
    return TAX.matcher(before).find() ? LineLabel.TAX : LineLabel.ITEM;
  }

  /// The last quantity with a unit before the amount, where no unit price explains it.
  private static Product counted(Figure amount, List<Figure> found, String text) {
    Product product = new Product(null, null, null);
    int from =
        found.stream()
            .filter(f -> f.currency() && f.end() < amount.start())
            .mapToInt(Figure::end)
            .max()
            .orElse(0);
    for (Figure q : found) {
      if (q.currency() || q.percent() || q.start() < from || q.end() > amount.start()) continue;
      Matcher unit = UNIT.matcher(text.substring(q.end()));
      if (unit.find() && !unit.group(1).matches("(?i)days?|weeks?|months?|in|hours?|m|ft")) {
        product = new Product(q.value(), Units.shortForm(unit.group(1)), null);
      }
    }
    return product;
  }

  private record Product(
      @Nullable BigDecimal quantity, @Nullable String unit, @Nullable BigDecimal unitPrice) {}

  /// The quantity and unit price in the same sentence whose product is the amount.
  private static Product product(Figure amount, List<Figure> found, String text) {
    for (Figure q : found) {
      if (q.currency() || q.percent() || q.equals(amount) || q.end() > amount.start()) continue;
      Matcher unit = UNIT.matcher(text.substring(q.end()));
      String named = unit.find() ? Units.shortForm(unit.group(1)) : null;
      for (Figure p : found) {
        if (p.equals(q) || p.equals(amount) || p.percent() || p.end() > amount.start()) continue;
        if (Tail.close(q.value().multiply(p.value()), amount.value()))
          return new Product(q.value(), named, p.value());
      }
    }
    return counted(amount, found, text);
  }
}
