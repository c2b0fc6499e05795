package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import dev.countersign.packet.bid.align.Exclusions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Conditions that a bid takes exception to in so many words.
final class RefusedDemand implements Demand {
  private static final List<Pattern> TOPICS =
      Stream.of(
              "prevailing[- ]wages?|davis[- ]bacon|certified payroll|wage rates?",
              "liquidated damages|delay damages",
              "retain(?:age|ed)|retention",
              "indemni\\w+|hold harmless",
              "night work|nights|after[- ]hours|weekends?|off[- ]hours|premium time|regular hours|overtime",
              "phas(?:es|ing|ed)|mobilizations?",
              "buy american|domestic (?:steel|content)|build america",
              "union labor|union wages|project labor agreement",
              "background checks?|badging",
              "as[- ]built|record drawings|close[- ]?out documents",
              "shop drawings|submittals",
              "permits?(?: fees?)?",
              "insurance|waiver of subrogation|additional insured",
              "temporary (?:power|heat|toilets?|facilities)",
              "testing|inspections?",
              "clean[- ]?up|debris|disposal",
              "occupied|phased occupancy",
              "traffic control",
              "apprentice\\w*|minority|mbe|dbe|wbe")
          .map(topic -> Pattern.compile("\\b(?:" + topic + ")\\b", Pattern.CASE_INSENSITIVE))
          .toList();
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "\\b(?:take|taken|takes) exception\\b|\\bdo(?:es)? not (?:accept|agree|apply|include|pay)\\b|\\bnot (?:accepted|agreed|based on|at)\\b|\\bwaived?\\b|\\bopen shop\\b|\\bnon[- ](?:union|prevailing)|\\bexception to\\b|\\bis based on (?:standard|open|private|regular)\\b|\\bonly\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    if (requirement.text().toLowerCase(Locale.ROOT).matches("(?s).*\\balternate\\b.*"))
      return Optional.empty();
    var topics = TOPICS.stream().filter(topic -> topic.matcher(requirement.text()).find()).toList();
    return bid.clauses().stream()
        .map(Sentence::of)
        .filter(
            sentence -> topics.stream().anyMatch(topic -> topic.matcher(sentence.text()).find()))
        .filter(sentence ->
            Exclusions.takesOut(sentence.text())
                || sentence.kind() == Clause.Kind.EXCLUSION
                || EXCEPTION.matcher(sentence.text()).find())
        .findFirst()
        .map(sentence ->
            new Unmet(
                Finding.high(REQUIREMENT_NOT_MET).at(sentence.citation()),
                "does not accept what the scope requires: " + Say.quote(sentence.text())));
  }
}
