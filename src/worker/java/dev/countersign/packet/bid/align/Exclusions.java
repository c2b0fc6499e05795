package dev.countersign.packet.bid.align;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.ScopeOfWork;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a bid takes out of its price, and which of the scope's items that touches.
public final class Exclusions {
  /// An exclusion touches an item when this much of what it names is the item's.
  public static final double TOUCHES = 0.6;

  private static final Pattern TAKES_OUT =
      Pattern.compile(
          "\\bexclud|\\bexclusive of|\\bnot (?:been )?(?:included|part of|in (?:our|this|the) (?:price|bid|scope|proposal|offer|quote))"
              + "|\\bby others\\b|\\bby (?:the )?(?:owner|client|tenant|landlord|general contractor|gc)\\b|\\bby (?:the )?(?:owner|client|tenant)['’]s"
              + "|\\bextra to\\b|\\bat (?:an )?(?:extra|additional) (?:cost|charge)|\\bextra (?:cost|charge)|\\bn\\.?i\\.?c\\.?\\b"
              + "|\\b(?:have|has|does|do|is|are) not (?:figured|priced|carried|allowed|included|include|cover|carry|covered)"
              + "|\\bnot (?:figured|priced|carried|covered|allowed for|provided)|\\b(?:charged|billed|invoiced|priced|quoted) (?:separately|extra|in addition|as an extra)"
              + "|\\bin addition to (?:this|the|our) (?:price|bid|sum)|\\bremains? (?:the )?(?:responsibility|cost) of|\\bwithout\\b.{0,40}\\b(?:installation|removal)"
              + "|\\b(?:omitted|omits) from\\b|\\bassum(?:e|es|ed|ing) (?:to be )?by (?:others|owner)|\\bfor (?:the )?(?:account|expense) of (?:the )?(?:owner|client|tenant|others)"
              + "|\\bno (?:provision|allowance|cost|money)s? (?:is|are|has been|have been|for|included)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIMITED =
      Pattern.compile(
          "\\b(?:beyond|outside|other than|not shown|not indicated|except(?: as)? shown|if (?:found|required|needed|encountered)|unforeseen|concealed|hidden)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOTHING =
      Pattern.compile(
          "\\b(?:excluded?|excludes|exclusions?|not|included?|part|price|bid|proposal|offer|is|are|in|our|extra|any|all|scope|nic|others|owner|furnished|supplied|responsibility|account)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_MANNER =
      Pattern.compile(
          "\\b(?:after[- ]hours?|overtime|night(?:s|time)?|weekends?|premium(?: time)?|fees?|charges?|costs?"
              + "|above|over|per|tons?|by others|by (?:the )?\\w+['’]s \\w+|by (?:the )?(?:owner|client|tenant)"
              + "|extra|excluded|excludes?|exclusions?|not|included|include|part|price|bid|proposal|separately"
              + "|additional|scope|nic|others|supplied|responsibility|account|furnished|provided|work|any)\\b|\\$?\\d[\\d.,]*",
          Pattern.CASE_INSENSITIVE);

  private final TradeWords words;
  private final Likeness likeness;

  public Exclusions(TradeWords words, Likeness likeness) {
    this.words = words;
    this.likeness = likeness;
  }

  /// Whether a sentence takes something out of the price.
  public static boolean takesOut(Clause clause) {
    return clause.kind() == Clause.Kind.EXCLUSION || takesOut(clause.text());
  }

  /// Whether a sentence takes something out of the price.
  public static boolean takesOut(String sentence) {
    return TAKES_OUT.matcher(sentence).find();
  }

  boolean excludes(Bid bid, ScopeOfWork.Item item) {
    return bid.clauses().stream()
        .anyMatch(clause -> takesOut(clause) && touch(item.id(), clause.text()) >= TOUCHES);
  }

  /// How much of what the sentence takes out is the item's, from 0 to 1: the best of its parts.
  public double touch(String itemId, String sentence) {
    double best = part(itemId, sentence);
    boolean limited = false;
    for (String part : parts(sentence)) {
      limited |= LIMITED.matcher(part).find();
      best = Math.max(best, part(itemId, part) * (limited ? 0.4 : 1));
    }
    return best;
  }

  /// How much of all that the sentence names is the item's, from 0 to 1.
  public double whole(String itemId, String sentence) {
    return part(itemId, sentence);
  }

  private double part(String itemId, String part) {
    double limit = LIMITED.matcher(part).find() ? 0.4 : 1;
    return limit
        * Math.max(
            share(itemId, named(part)),
            share(itemId, words.in(NOTHING.matcher(part).replaceAll(" "))));
  }

  private double share(String itemId, Set<String> named) {
    boolean says = named.stream().anyMatch(thing -> words.weight(thing) >= 1);
    return says ? likeness.share(itemId, named) : 0;
  }

  private Set<String> named(String part) {
    return words.in(OF_MANNER.matcher(part).replaceAll(" "));
  }

  private static List<String> parts(String sentence) {
    return List.of(sentence.split("[,;:]|\\band\\b|\\bor\\b", -1));
  }
}
