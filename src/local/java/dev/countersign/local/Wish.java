package dev.countersign.local;

import java.nio.file.Path;
import java.util.List;

/// What was asked for on the command line.
sealed interface Wish {
  record Serve() implements Wish {}

  record Run(Path folder) implements Wish {}

  static Wish of(String... arguments) {
    return switch (List.of(arguments)) {
      case List<String> none when none.isEmpty() -> new Serve();
      case List<String> one when one.equals(List.of("serve")) -> new Serve();
      case List<String> one when one.equals(List.of("run")) -> new Run(SamplePacket.BUNDLED);
      case List<String> two when two.size() == 2 && two.getFirst().equals("run") ->
          new Run(Path.of(two.getLast()));
      default ->
          throw new LocalFault("Say serve, run, or run FOLDER; not " + String.join(" ", arguments));
    };
  }

  default String[] asArguments() {
    return switch (this) {
      case Serve() -> new String[] {"serve"};
      case Run(var folder) -> new String[] {"run", folder.toString()};
    };
  }
}
