package dev.countersign.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps the embedded services from filling the log: before Quarkus sets its levels, a plain JVM
/// logs them at DEBUG, which costs seconds. `META-INF/microprofile-config.properties` says the same
/// for later.
final class QuietLogs {
  private static final List<String> NOISY =
      List.of(
          "com.almworks",
          "org.apache.pekko",
          "org.eclipse.jetty",
          "org.elasticmq",
          "org.gaul",
          "org.subethamail",
          "software.amazon.dynamodb");
  private static final List<Logger> LOGGERS = NOISY.stream().map(Logger::getLogger).toList();

  private QuietLogs() {}

  static void install() {
    Logger.getLogger("").setLevel(Level.INFO);
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
