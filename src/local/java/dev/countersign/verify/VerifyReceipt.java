package dev.countersign.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `make verify RECEIPT=file [ARTIFACTS=folder] [KEYS=file or address]`: checks a receipt and the
/// files beside it, one line a check. Ends with 0 when all was checked and holds, with 1 when
/// anything differs, and names it, and with 3 when nothing does but there was no key for the
/// signature.
public final class VerifyReceipt {
  private static final String KEYS = "countersign-keys.json";
  private static final int NOT_STARTED = 2;

  private VerifyReceipt() {}

  /// @param arguments the receipt, the folder and the keys; the last two may be empty or left out
  public static void main(String... arguments) throws InterruptedException {
    try {
      var receipt = Path.of(argument(arguments, 0).orElseThrow(VerifyReceipt::usage));
      var report =
          verify(
              Files.readAllBytes(receipt),
              keys(argument(arguments, 2), receipt),
              argument(arguments, 1).map(Path::of),
              receipt.toAbsolutePath().resolveSibling(".").normalize());
      report.lines().forEach(System.out::println);
      var verdict = report.verdict();
      System.out.println(verdict.words);
      if (verdict != Report.Verdict.HOLDS) System.exit(verdict.exitCode);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      System.err.println("verify: " + e.getMessage());
      System.exit(NOT_STARTED);
    }
  }

  /// @param folder where all that the job made must be; empty to compare what is `beside` it
  static Report verify(byte[] file, Optional<TrustedKeys> keys, Optional<Path> folder, Path beside)
      throws IOException {
    var report = new Report();
    var read = ReceiptFile.read(file, report);
    if (read.isEmpty()) return report;
    var receipt = read.get();
    var manifest = new CheckSignature(report).manifest(receipt, keys);
    new CheckTimeline(report).check(receipt, manifest);
    new CheckDecisions(receipt, report).check();
    var files = JobFiles.in(folder.orElse(beside));
    var documents = new CheckFiles(receipt, files, folder.isPresent(), report).check();
    new CheckQuotes(report).check(receipt, documents);
    if (receipt.job().has("erased"))
      report.note(
          "erased",
          "at %s: %s"
              .formatted(
                  receipt.job().path("erased").path("at").asText(), receipt.job().path("erased")));
    if (receipt.job().has("withheld"))
      report.note("withheld", "issued to an operator: without what was submitted and proposed");
    return report;
  }

  private static Optional<TrustedKeys> keys(Optional<String> place, Path receipt)
      throws IOException, InterruptedException {
    if (place.isPresent()) return Optional.of(TrustedKeys.at(place.get()));
    var beside = receipt.resolveSibling(KEYS);
    return Files.exists(beside) ? Optional.of(TrustedKeys.at(beside.toString())) : Optional.empty();
  }

  private static Optional<String> argument(String[] arguments, int index) {
    return arguments.length > index && !arguments[index].isBlank()
        ? Optional.of(arguments[index])
        : Optional.empty();
  }

  private static IllegalArgumentException usage() {
    return new IllegalArgumentException(
        "make verify RECEIPT=receipt.json [ARTIFACTS=folder] [KEYS=countersign-keys.json]");
  }
}
