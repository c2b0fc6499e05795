package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.source.Document;
import dev.countersign.source.PageSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts what a bid says into sentences.
final class Sentences {
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
      for (String words : PageSentences.of(page)) {
        var citation = new Citation(document.id(), document.name(), page.number(), words);
        sentences.add(new Sentence(words, Clause.Kind.OTHER, false, citation));
      }
    }
    return sentences;
  }

  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
