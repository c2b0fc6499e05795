package dev.countersign.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.store.MetricLines;
import io.quarkus.test.Mock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The metrics of the server under test, kept to be looked at.
@Mock
@Singleton
class KeptMetricLines extends MetricLines {
  private final List<String> reasons = new CopyOnWriteArrayList<>();

  @Inject
  KeptMetricLines(ObjectMapper json, InstantSource clock) {
    super(false, new PrintStream(PrintStream.nullOutputStream()), json, clock);
  }

  @Override
  public void write(Map<String, String> dimensions, Map<String, ? extends Number> values) {
    if (values.containsKey("RefusedLinks")) reasons.add(dimensions.getOrDefault("Reason", ""));
  }

  /// Why links were refused since it was asked last.
  List<String> taken() {
    var now = List.copyOf(reasons);
    reasons.clear();
    return now;
  }
}
