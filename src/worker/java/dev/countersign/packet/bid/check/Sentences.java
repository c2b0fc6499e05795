package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.source.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cuts what a bid says into sentences.
final class Sentences {
  private static final Pattern STARTS_ANEW =
      Pattern.compile("^(?:[•‣▪◦·*–—-]\\s|\\(?\\d{1,2}[.)]\\s|\\(?[a-z][.)]\\s).*");
  private static final Pattern END = Pattern.compile("(?<=[.!?;])\\s+(?=[\\p{Lu}\\p{Ps}“\"(])");
  private static final int SHORT_LINE = 40;

  /// No sentence of a person is longer; patterns are not run over more.
  private static final int LONGEST = 1_000;

  private Sentences() {}

  /// Clauses and priced lines' words are given first; the pages' sentences follow, without those
  /// that are clauses.
  static List<Sentence> of(Packet packet, Bid bid) {
    var sentences = new ArrayList<Sentence>();
    bid.clauses().forEach(clause -> sentences.add(Sentence.of(clause)));
    var known = sentences.stream().map(sentence -> plain(sentence.text())).toList();
    packet
        .document(bid)
        .ifPresent(document -> {
          for (var sentence : of(document)) {
            var words = plain(sentence.text());
            if (known.stream().noneMatch(one -> one.contains(words) || words.equals(one)))
              sentences.add(sentence);
          }
        });
    return sentences;
  }

  /// The clauses. One that does not stand in its page's text was read across columns; the page's
  /// own sentences take its place.
  static List<Sentence> clauses(Packet packet, Bid bid) {
    var document = packet.document(bid);
    var sentences = new ArrayList<Sentence>();
    var torn = new ArrayList<Clause>();
    for (var clause : bid.clauses()) {
      if (document.isPresent() && !stands(document.get(), clause)) torn.add(clause);
      else sentences.add(Sentence.of(clause));
    }
    if (document.isEmpty() || torn.isEmpty()) return sentences;
    for (var sentence : of(document.get())) {
      torn.stream()
          .filter(clause -> clause.citation().page() == sentence.citation().page())
          .filter(clause -> sharesWords(clause.text(), sentence.text()))
          .findFirst()
          .ifPresent(clause -> sentences.add(sentence.as(clause)));
    }
    return sentences;
  }

  private static boolean stands(Document document, Clause clause) {
    var words = plain(clause.text());
    return document.pages().stream()
        .filter(page -> page.number() == clause.citation().page())
        .anyMatch(page -> plain(page.text()).contains(words));
  }

  private static boolean sharesWords(String torn, String sentence) {
    var words = List.of(plain(torn).split(" ", -1));
    var others = List.of(plain(sentence).split(" ", -1));
    long shared = words.stream().filter(word -> word.length() > 2 && others.contains(word)).count();
    return shared * 4 >= words.size();
  }

  /// Also what the bid calls its lines, for conditions that stand there.
  static List<Sentence> withLines(Packet packet, Bid bid) {
    var sentences = new ArrayList<Sentence>();
    for (PricedLine line : bid.baseLines()) {
      sentences.add(new Sentence(line.description(), Clause.Kind.OTHER, false, line.citation()));
    }
    sentences.addAll(of(packet, bid));
    return sentences;
  }

  static List<Sentence> of(Document document) {
    var sentences = new ArrayList<Sentence>();
    for (var page : document.pages()) {
      for (String block : blocks(page.text())) {
        for (String sentence : END.split(block, -1)) {
          var words = sentence.substring(0, Math.min(sentence.length(), LONGEST)).strip();
          if (words.length() < 4) continue;
          var citation = new Citation(document.id(), document.name(), page.number(), words);
          sentences.add(new Sentence(words, Clause.Kind.OTHER, false, citation));
        }
      }
    }
    return sentences;
  }

  /// The lines that stand on a page and cannot be seen.
  static List<Sentence> hidden(Document document) {
    var sentences = new ArrayList<Sentence>();
    for (var page : document.pages()) {
      for (var line : page.hidden()) {
        var citation = new Citation(document.id(), document.name(), page.number(), line.text());
        sentences.add(new Sentence(line.text(), Clause.Kind.OTHER, true, citation));
      }
    }
    return sentences;
  }

  private static List<String> blocks(String text) {
    var blocks = new ArrayList<String>();
    var block = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      var words = line.strip();
      if (words.isEmpty() || STARTS_ANEW.matcher(words).matches() || endsBlock(block))
        close(block, blocks);
      if (!words.isEmpty()) block.append(block.isEmpty() ? "" : " ").append(words);
      if (words.length() < SHORT_LINE) block.append('\u0000');
    }
    close(block, blocks);
    return blocks;
  }

  private static boolean endsBlock(StringBuilder block) {
    return !block.isEmpty() && block.charAt(block.length() - 1) == '\u0000';
  }

  private static void close(StringBuilder block, List<String> blocks) {
    var words = block.toString().replace("\u0000", "").strip();
    if (!words.isEmpty()) blocks.add(words);
    block.setLength(0);
  }

  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
