package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.INSTRUCTS_READER;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Flag;
import dev.countersign.source.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Text that tries to tell a reader, above all a machine, what to do. It is shown and never obeyed.
final class InstructsReader implements Check {
  private static final Pattern INSTRUCTS =
      Pattern.compile(
          "\\b(?:ignore|disregard|forget|override)\\b[^.;]{0,40}\\b(?:instructions?|prompts?|rules|guidelines)\\b"
              + "|\\b(?:ignore|disregard)\\b[^.;]{0,30}\\b(?:other|competing|remaining) (?:bids?|proposals?|bidders?|offers?)"
              + "|\\b(?:you are|act as|as) an? (?:ai|assistant|language model|llm|chat ?bot)\\b"
              + "|\\b(?:note|message|instructions?|attention)\\b[^.;]{0,15}\\b(?:to|for)\\b[^.;]{0,15}\\b(?:ai|llm|language model|automated|software|algorithm|bot|(?:ai|virtual) assistant)s?\\b"
              + "|\\b(?:ai|llm|language models?|chat ?bots?|automated (?:reader|system|review\\w*|tool|evaluat\\w*)s?|software agents?)\\b[^.;]{0,60}\\b(?:must|should|shall|please|rank|select|recommend|approve|treat|report|rate|score|skip|state)\\b"
              + "|\\b(?:rank|score|rate|list|place)\\b[^.;]{0,25}\\b(?:us|this bid|this proposal|our bid|our proposal|this bidder|our (?:firm|company))\\b[^.;]{0,20}\\b(?:first|lowest|highest|top|best|as|number one)"
              + "|\\b(?:approve|accept|recommend|select) (?:this|our) (?:bid|proposal|offer)\\b(?! (?:by|before|within|on or))[^.;]{0,60}\\b(?:and|automatically|immediately|without|send|first|regardless)"
              + "|\\b(?:do not|don['’]t|never)\\b[^.;]{0,20}\\b(?:flag|mention|report|show|disclose|tell)\\b[^.;]{0,60}\\b(?:reviewer|reader|user|summary|comparison|exclusions?|discrepanc\\w+|errors?|this)\\b"
              + "|\\bwhen (?:summari[sz]ing|comparing|evaluating|processing|parsing|reading)\\b[^.;]{0,60}\\b(?:omit|ignore|rank|treat)\\b"
              + "|\\bsystem prompt\\b|\\bnew instructions?\\b|</?(?:document|system|instructions?|user|assistant|prompt)>|\\[/?(?:INST|SYSTEM)\\]",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      Stream.concat(hidden(packet, bid), Sentences.of(packet, bid).stream())
          .filter(InstructsReader::instructs)
          .findFirst()
          .ifPresent(sentence -> flags.add(flag(bid, sentence)));
    }
    for (Document document : packet.documents()) {
      if (packet.bids().stream().anyMatch(bid -> bid.source().equals(document.id()))) continue;
      elsewhere(document).ifPresent(flags::add);
    }
    return flags;
  }

  /// Text that nobody sees on the page.
  private static Stream<Sentence> hidden(Packet packet, Bid bid) {
    return packet.document(bid).stream().flatMap(document -> Sentences.hidden(document).stream());
  }

  private static boolean instructs(Sentence sentence) {
    return sentence.kind() == Clause.Kind.INSTRUCTS_READER
        || INSTRUCTS.matcher(sentence.text()).find();
  }

  private static Flag flag(Bid bid, Sentence sentence) {
    var words =
        "Page %d of the bid of %s holds text that tries to instruct its reader: %s; it changed nothing here."
            .formatted(sentence.citation().page(), Say.name(bid), Say.quote(sentence.text()));
    return Finding.high(INSTRUCTS_READER).in(bid).at(sentence.citation()).say(words);
  }

  private static Optional<Flag> elsewhere(Document document) {
    return Stream.concat(Sentences.hidden(document).stream(), Sentences.of(document).stream())
        .filter(InstructsReader::instructs)
        .findFirst()
        .map(sentence ->
            Finding.high(INSTRUCTS_READER)
                .at(sentence.citation())
                .say(
                    "Page %d of %s holds text that tries to instruct its reader: %s; it changed nothing here."
                        .formatted(
                            sentence.citation().page(),
                            document.name(),
                            Say.quote(sentence.text()))));
  }
}
