package dev.countersign.page;

import dev.countersign.http.CallsResource.CallList;
import dev.countersign.http.CallsResource.CallView;
import dev.countersign.http.CallsResource.ToolView;
import dev.countersign.http.JobView.SourceView;
import io.quarkus.qute.TemplateExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a job's page says of the questions to its models.
@TemplateExtension
final class CallWords {
  private CallWords() {}

  /// How many times an agent used a tool with the same outcome.
  ///
  /// @param good whether it found something
  record Used(String step, String agent, String tool, String outcome, boolean good, int times) {}

  /// Uses of tools that came to the same, in the order of the first of each.
  static List<Used> used(CallList calls) {
    var counts = new LinkedHashMap<Used, Integer>();
    for (var use : calls.tools()) counts.merge(once(use), 1, Integer::sum);
    return counts.entrySet().stream()
        .map(e -> {
          var use = e.getKey();
          return new Used(
              use.step(), use.agent(), use.tool(), use.outcome(), use.good(), e.getValue());
        })
        .toList();
  }

  /// What it was asked about: a task's name, in which a document's id reads as its file's name.
  static String about(CallView call, @Nullable List<SourceView> sources) {
    var task = call.task();
    for (var source : sources == null ? List.<SourceView>of() : sources)
      task = task.replace("-" + source.id(), " of " + source.name());
    return task.equals(call.task()) ? Words.plain(task) : task;
  }

  /// What is to be said of what was counted, once for each model.
  static List<String> priceNotes(CallList calls) {
    return calls.calls().stream()
        .filter(call -> call.priceNote() != null)
        .map(call -> call.model() + ": " + call.priceNote())
        .distinct()
        .toList();
  }

  /// Where a question stands, for who has never heard of models' faults.
  static String came(CallView call) {
    return switch (call.standing()) {
      case "calling" -> "being asked";
      case "waiting" -> "the provider works on it";
      case "done" -> "answered";
      case "lost" -> "no answer was heard";
      case "canceled" -> "stopped";
      default -> why(call.outcome() == null ? "" : call.outcome());
    };
  }

  static String tone(CallView call) {
    return switch (call.standing()) {
      case "calling", "waiting" -> "active";
      case "done" -> "good";
      case "failed", "lost" -> "attention";
      default -> "quiet";
    };
  }

  /// Why a model stopped; empty where there is nothing to say.
  static String ended(CallView call) {
    return switch (call.finish() == null ? "" : call.finish()) {
      case "stop" -> "it came to its end";
      case "tool_calls" -> "it wanted to look something up first";
      case "length" -> "its answer was cut off at the length it may have";
      case "filter" -> "the provider's filter stepped in";
      default -> "";
    };
  }

  /// E.g. `1,204`.
  static String grouped(Long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static Used once(ToolView use) {
    boolean good = use.outcome().equals("found");
    return new Used(use.step(), use.agent(), tool(use.tool()), outcome(use.outcome()), good, 1);
  }

  private static String why(String outcome) {
    return switch (outcome) {
      case "refused" -> "the model declined";
      case "truncated" -> "the answer was too long";
      case "invalid_json", "wrong_schema" -> "the answer had the wrong form";
      case "empty" -> "the answer was empty";
      case "filtered" -> "the provider held the answer back";
      case "rate_limited" -> "the provider asked to come back later";
      case "unavailable" -> "the provider was not there";
      case "timed_out" -> "it took too long";
      case "cut" -> "the connection broke";
      case "bad_answer" -> "the answer could not be read";
      case "rejected" -> "the provider did not take the question";
      default -> Words.plain(outcome);
    };
  }

  private static String tool(String name) {
    return switch (name) {
      case "list_sources" -> "looked at which documents there are";
      case "read_page" -> "read a page";
      case "search_sources" -> "searched the documents";
      case "read_table" -> "read rows of a table";
      case "calculate" -> "calculated";
      case "compare_passages" -> "compared two passages";
      case "unknown" -> "asked for something that it does not have";
      default -> Words.plain(name);
    };
  }

  private static String outcome(String outcome) {
    return switch (outcome) {
      case "found" -> "";
      case "unknown_tool" -> "refused: there is no such thing";
      case "malformed_arguments" -> "refused: it was asked wrongly";
      case "unknown_source", "no_such_page", "no_table" -> "refused: that is not in this job";
      case "not_on_page" -> "the words are not on that page";
      case "limit" -> "refused: it had used up what it may";
      case "broken" -> "it failed";
      default -> "refused: " + Words.plain(outcome);
    };
  }
}
