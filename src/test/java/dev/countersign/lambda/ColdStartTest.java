package dev.countersign.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.PerformancePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Measures how long a caller waits for the first answer of a process that did not exist before,
/// and writes the figures down.
@Tag("cold-start")
class ColdStartTest {
  private static final int STARTS = 7;
  private static final Path EVENTS = Path.of("infra/local/events");

  /// The API refuses a caller who is nobody; the worker asks DynamoDB for a job that is not there.
  private static final Map<String, String> EVENT = Map.of("Api", "api.json", "Worker", "work.json");

  /// A function built in one way.
  private record Build(String function, String how) {}

  @Test
  void process_start_to_first_answer_of_both_functions() throws Exception {
    try (var cloud = new Cloud(Path.of("template.yaml"), Map.of())) {
      var packages = packages(cloud);
      var millis = new LinkedHashMap<Build, List<Double>>();
      for (int start = 0; start <= STARTS; start++)
        for (var each : packages.entrySet()) {
          double took = firstAnswer(cloud, each.getKey(), each.getValue());
          var all = millis.computeIfAbsent(each.getKey(), _ -> new ArrayList<>());
          if (start > 0) all.add(took); // the first start unpacks the package
        }
      PerformancePage.put("Cold starts", text(packages, millis));
      assertThat(millis.values()).allSatisfy(all -> assertThat(all).hasSize(STARTS));
    }
  }

  private static Map<Build, Path> packages(Cloud cloud) {
    var packages = new LinkedHashMap<Build, Path>();
    for (var function : List.of("Api", "Worker")) {
      packages.put(new Build(function, "JVM"), Path.of(cloud.function(function).spec().code()));
      var compiled = Path.of("target/native", function.toLowerCase(Locale.ROOT) + ".zip");
      if (Files.exists(compiled)) packages.put(new Build(function, "native"), compiled);
    }
    return packages;
  }

  private static double firstAnswer(Cloud cloud, Build build, Path code) throws Exception {
    var event = Files.readString(EVENTS.resolve(EVENT.get(build.function())));
    long start = System.nanoTime();
    try (var process = cloud.cold(build.function(), code)) {
      var answer = process.invoke(event);
      double millis = (System.nanoTime() - start) / 1e6;
      assertThat(answer).isInstanceOf(Answer.Returned.class);
      return millis;
    }
  }

  private static String text(Map<Build, Path> packages, Map<Build, List<Double>> millis)
      throws Exception {
    var rows = new ArrayList<String>();
    for (var each : millis.entrySet()) {
      var build = each.getKey();
      double own = median(each.getValue());
      double fastest =
          millis.entrySet().stream()
              .filter(other -> other.getKey().function().equals(build.function()))
              .mapToDouble(other -> median(other.getValue()))
              .min()
              .orElse(own);
      rows.add(
          String.format(
              Locale.ENGLISH,
              "| %s | %s | %.1f MB | %.0f | %.1f |",
              build.function(),
              build.how(),
              Files.size(packages.getOrDefault(build, Path.of(""))) / 1e6,
              own,
              own / fastest));
    }
    return """

    `make cold-start` starts each function as Lambda does, from its package with the template's
    environment, and measures from the start of the process to the first answer: the API's is
    a 401, the worker's takes one request to DynamoDB Local. Median of %d starts, taken in turn. The ratio is to the function's
    fastest build in the same run. SnapStart, which the template turns on for the JVM, resumes
    from a snapshot taken after this start; only AWS can do that, so it is not in the table.

    | function | build | package | ms | ratio |
    |---|---|---|---|---|
    %s
    """
        .formatted(STARTS, String.join("\n", rows));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
