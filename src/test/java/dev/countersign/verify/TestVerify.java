package dev.countersign.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The check that `make verify` makes.
public final class TestVerify {
  private TestVerify() {}

  /// What a check says: `good` when all was checked and nothing differs, the exit code, and the
  /// lines by their marks.
  public record Said(boolean good, int exitCode, List<String> lines, List<String> wrong) {
    /// The sections, files and checks in which something differs.
    public boolean blames(String part) {
      return wrong.stream().anyMatch(line -> line.startsWith(part + " "));
    }
  }

  /// @param keys a JWK set
  /// @param folder where the job's files are
  public static Said verify(byte[] receipt, String keys, Path folder) {
    return said(receipt, Optional.of(TrustedKeys.of(keys)), folder);
  }

  public static Said withoutKeys(byte[] receipt, Path folder) {
    return said(receipt, Optional.empty(), folder);
  }

  private static Said said(byte[] receipt, Optional<TrustedKeys> keys, Path folder) {
    try {
      var report = VerifyReceipt.verify(receipt, keys, Optional.of(folder), folder);
      return new Said(
          report.verdict() == Report.Verdict.HOLDS,
          report.verdict().exitCode,
          report.lines().stream().map(Report.Line::toString).toList(),
          report.wrong().stream().map(line -> line.part() + " " + line.words()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
