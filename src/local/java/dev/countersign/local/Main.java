package dev.countersign.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// Everything in one process on one machine: `serve` serves; `run` also submits the bundled sample
/// packet (or the packet in the folder named after it) and shows how it goes.
@QuarkusMain
public final class Main {
  private Main() {}

  /// @param arguments `serve` (the default), `run`, or `run FOLDER`
  public static void main(String... arguments) {
    try {
      start(arguments);
    } catch (LocalFault e) {
      System.err.println("countersign: " + e.said());
      System.exit(1);
    }
  }

  private static void start(String... arguments) {
    var wish = Wish.of(arguments);
    var address = LocalAddress.of(System.getenv(), System.getProperties());
    address.mustBeFree();
    var data = DataFolder.take(Path.of(System.getenv().getOrDefault("COUNTERSIGN_DATA", "var")));
    Terminal.ofThisProcess().line("Starting; data are kept in " + data.path());
    set(address.settings());
    set(quietConsole(data.path()));
    try (var services = EmbeddedServices.onDisk(data.path(), InstantSource.system())) {
      set(services.settings());
      Quarkus.run(LocalApp.class, (exitCode, fault) -> ended(fault), wish.asArguments());
    }
  }

  private static void ended(Throwable fault) {
    if (fault == null) return;
    var cause = fault;
    while (cause.getCause() != null) cause = cause.getCause();
    System.err.println("countersign: could not go on: " + cause);
  }

  /// The terminal is for the person; the log goes to a file, with warnings on the terminal too.
  private static Map<String, String> quietConsole(Path data) {
    return Map.of(
        "quarkus.log.file.enabled", "true",
        "quarkus.log.file.path", data.resolve("countersign.log").toString(),
        "quarkus.log.console.level", "WARN");
  }

  private static void set(Map<String, String> settings) {
    settings.forEach(System::setProperty);
  }
}
