package dev.countersign.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A folder with a scope of work (`scope.*`, may be missing) and bids as PDF.
///
/// @param scope at most one file
record SamplePacket(Path folder, List<Path> scope, List<Path> bids) {
  static final Path BUNDLED = Path.of("samples", "bid-comparison", "maple-court-kitchen");

  static SamplePacket in(Path folder) {
    try (var files = Files.list(folder)) {
      var all = files.filter(Files::isRegularFile).sorted().toList();
      var scope = all.stream().filter(SamplePacket::isScope).limit(1).toList();
      var bids =
          all.stream().filter(file -> !isScope(file) && name(file).endsWith(".pdf")).toList();
      if (bids.isEmpty()) throw new LocalFault("There is no bid (*.pdf) in " + folder + ".");
      return new SamplePacket(folder, scope, bids);
    } catch (IOException _) {
      throw new LocalFault(
          "There is no sample packet in %s. Start in the project's folder, or name a folder: run FOLDER."
              .formatted(folder.toAbsolutePath()));
    }
  }

  String title() {
    return folder.toAbsolutePath().normalize().getFileName().toString().replace('-', ' ');
  }

  byte[] form(String deliverTo) throws IOException {
    var form =
        new FormData()
            .field("workflow", "bid-comparison")
            .field("title", title())
            .field("deliver_to", deliverTo);
    for (var file : scope) form.file("scope", file);
    for (var file : bids) form.file("files", file);
    return form.end();
  }

  private static boolean isScope(Path file) {
    return name(file).startsWith("scope.");
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
