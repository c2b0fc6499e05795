package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import dev.countersign.source.FindInstructions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds who bids: the letterhead, a label, the signature, the subject of "we propose".
final class BidderReader {
  private static final Pattern FIRM =
      Pattern.compile(
          "\\b(?:Inc|LLC|L\\.L\\.C|Ltd|Limited|Corp|Corporation|Co|Company|GmbH|B\\.V|N\\.V|Pty|S\\.?r\\.?l|SARL|Oy|AG|Atelier|Studio|Cooperative|KG|S\\.?A\\.?|S\\.?L\\.?|PLC|LLP|LP|Sons|Bros|Brothers|Daughters|Partners|Associates|Group|Enterprises|Holdings|Industries|Builders?|Building|Contractors?|Contracting|Construction|Constructors|Roofing|Interiors|Remodeling|Renovations?|Mechanical|Electric(?:al)?|Plumbing|Landscap(?:e|ing)|Exteriors|Paving|Excavat(?:ing|ion)|Masonry|Concrete|Carpentry|Woodworks?|Works|Design|Services|Systems|Solutions|Kitchens?|Painting|Flooring|Glass|Steel|Fabricators?|Millwork|Cooling|Heating|Air|HVAC|Earthworks?|Civil|Restoration|Gardens?|Nursery)\\b\\.?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:name of )?(?:bidder|contractor|company|firm|vendor|offeror|proposer|tenderer|supplier|general contractor)(?:'s|’s)?(?: name)?|submitted by|prepared by|proposal (?:from|by|of)|bid (?:from|by|of)|from|offer(?:ed)? by|quotation (?:from|by))\\s*[:\\t]\\s*(?=\\S)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHERS =
      Pattern.compile(
          "^(?:to|attn|attention|re|project|for|owner|client|subject|job|regarding|dear|prepared for|submitted to|customer|architect|engineer|location|site|date|bill to)\\b\\s*[:.]|^(?:office of|dear)\\b|^to the\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:(?:the |our |revised |formal |sealed )*(?:bid|proposal|quotation|quote|estimate|tender|offer|cost|price|lump sum|base|unit|schedule|form|of|and|values?|prices?|prepared|for|contract|construction|pricing|summary|breakdown|letter|sheet|work|scope)\\W*)+$|^page \\d|invoice|^division\\b|^total|^subtotal",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CUT =
      Pattern.compile(
          "(?<=\\b(?:GmbH|LLC|Inc\\.|Inc|Ltd\\.|Ltd|Co\\.|Corp\\.|B\\.V\\.))(?:,\\s+|\\s+(?=\\p{Lu}))(?!Inc|LLC|Ltd|Co\\b|KG)|\\s+[|·•–—]\\s+|,\\s*(?=\\d)|\\s+(?=\\d+[A-Za-z]? (?:[NSEW]\\.? )?\\p{Lu}\\p{L}+)|\\s*\\(\\d{3}\\)|,\\s*(?=(?:Suite|Unit|PO|P\\.O|Estimating|License|Lic)\\b)|\\s+(?=\\S+@)|\\s+(?:License|Lic\\.|Proposal|Quotation|Quote|Bid|Estimate) (?:No|#|\\d)");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "^(?:For |At )?(\\p{Lu}[\\p{L}\\d&.,'’ -]{2,60}?),? (?:is pleased|will\\b|proposes?|offers?|submits?|hereby|agrees|will furnish|are pleased|is glad|respectfully|appreciates?|thanks)\\b");

  private static final int ENDS = 120;

  private BidderReader() {}

  private record Candidate(String name, int page, int score) {}

  static Stated<String> read(String source, String document, List<Row> rows) {
    List<Candidate> candidates = candidates(ends(rows));
    Candidate best =
        candidates.stream().max(Comparator.comparingInt(Candidate::score)).orElse(null);
    if (best == null) {
      Row first =
          rows.stream()
              .filter(row -> couldBeSomebody(row.plain()))
              .findFirst()
              .orElse(rows.getFirst());
      best = new Candidate(first.plain(), first.page(), 0);
    }
    return new Stated<>(best.name, new Citation(source, document, best.page, best.name));
  }

  /// A bidder is named at the beginning or at the end of a document.
  private static List<Row> ends(List<Row> rows) {
    if (rows.size() <= 2 * ENDS) return rows;
    List<Row> ends = new ArrayList<>(rows.subList(0, ENDS));
    ends.addAll(rows.subList(rows.size() - ENDS, rows.size()));
    return ends;
  }

  private static List<Candidate> candidates(List<Row> rows) {
    List<Candidate> found = new ArrayList<>();
    int firstPage = rows.getFirst().page();
    List<Row> top = rows.stream().filter(r -> r.page() == firstPage).limit(45).toList();
    float largest = (float) top.stream().limit(14).mapToDouble(Row::fontSize).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean priced =
          (row.cells().size() > 1 && row.plain().matches(".*\\d[.,]\\d{2,3}\\b.*"))
              || TableHead.is(row.text());
      if (priced) continue;
      int place = i < 12 ? 3 : i < 45 ? 0 : -3;
      for (Cell cell : row.cells()) {
        String text = cell.text().strip();
        if (i < 45
            && i + 1 < rows.size()
            && cell.fontSize() >= largest - 0.1
            && cell.fontSize() > 11) {
          add(found, large(rows, i, cell), row.page(), place + 4, rows);
        }
        add(
            found,
            text,
            row.page(),
            place + (cell.fontSize() >= largest - 0.1 ? 2 : 0) + (cell.bold() ? 1 : 0),
            rows);
      }
      Matcher label = LABEL.matcher(row.text());
      if (label.find() && i < 60)
        add(found, row.text().substring(label.end()).split("\\t", 2)[0], row.page(), 7, rows);
      Matcher subject = SUBJECT.matcher(row.plain());
      if (subject.find() && !subject.group(1).matches("(?i)(?:we|the undersigned|our|the|this).*"))
        add(found, subject.group(1), row.page(), 3, rows);
    }
    return found;
  }

  /// A name set large over several lines of a letterhead.
  private static String large(List<Row> rows, int i, Cell cell) {
    StringBuilder name = new StringBuilder(cell.text());
    for (int j = i + 1; j < Math.min(rows.size(), i + 3); j++) {
      Cell next = rows.get(j).cells().getFirst();
      boolean same =
          Math.abs(next.fontSize() - cell.fontSize()) < 0.1
              && Math.abs(next.x() - cell.x()) < 2
              && next.bold() == cell.bold();
      if (!same
          || rows.get(j).region() != rows.get(i).region()
          || rows.get(j).page() != rows.get(i).page()) break;
      name.append(' ').append(next.text());
    }
    return name.toString();
  }

  private static void add(List<Candidate> found, String text, int page, int bonus, List<Row> rows) {
    if (OTHERS.matcher(text).find()) return;
    String name =
        CUT.split(text, 2)[0]
            .replaceAll("^(?:For|By|From)[: ]\\s*", "")
            .replaceAll("[\\s,;:|-]+$", "")
            .strip();
    int words = name.split("\\s+").length;
    if (name.length() < 3
        || words > 9
        || TITLE.matcher(name).find()
        || !couldBeSomebody(name)
        || name.matches(".*_{3,}.*")
        || (!Character.isLetter(name.charAt(0)) && !name.startsWith("<"))) return;
    if (name.matches(
            "(?i).*\\b(?:is|are|was|will|we|our|your|excluded|included|not|by others|the)\\b.*")
        || (name.endsWith(".")
            && !name.matches(
                "(?i).*\\b(?:inc|co|corp|ltd|llc|bros|b\\.v|n\\.v|s\\.a|s\\.r\\.l)\\.$"))) return;
    if (!Dates.in(name).isEmpty() || name.matches(".*[$€£]\\s?\\d.*")) return;
    boolean firm = FIRM.matcher(name).find();
    if (firm && words == 1 && FIRM.matcher(name).matches()) return;
    boolean legal =
        name.matches(
            "(?i).*\\b(?:inc|llc|ltd|co|corp|company|gmbh|b\\.v|n\\.v|s\\.r\\.l|sarl|pty|ag|& sons|& daughters|llp)\\b\\.?$");
    String key = name.toLowerCase(Locale.ROOT);
    long again =
        rows.stream().filter(r -> r.plain().toLowerCase(Locale.ROOT).contains(key)).limit(4).count()
            - 1;
    int score =
        bonus + (firm ? 4 : 0) + (legal ? 4 : 0) + (int) Math.min(3, again) * (firm ? 2 : 1);
    if (name.equals(name.toUpperCase(Locale.ROOT)) && name.length() > 4) score -= 1;
    found.add(new Candidate(name, page, score));
  }

  /// What is neither an address nor an order: a name also stands in the mail.
  private static boolean couldBeSomebody(String name) {
    return !name.contains("@") && !name.contains("://") && !FindInstructions.tells(name);
  }
}
