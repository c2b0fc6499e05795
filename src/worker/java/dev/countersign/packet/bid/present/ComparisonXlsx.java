package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;

/// `comparison.xlsx`: the comparison for estimators, with numbers as numbers and sums as formulas.
final class ComparisonXlsx {
  private ComparisonXlsx() {}

  static byte[] of(Comparison comparison) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Countersign", "1.0")) {
      BidNames names = new BidNames(comparison);
      SummarySheet.write(workbook.newWorksheet("Summary"), comparison, names);
      MatrixSheet.write(workbook.newWorksheet("Comparison"), comparison, names);
      LinesSheet.write(workbook.newWorksheet("Lines"), comparison, names);
      FlagsSheet.write(workbook.newWorksheet("Flags"), comparison, names);
      TermsSheet.write(workbook.newWorksheet("Terms"), comparison, names);
      DocumentsSheet.write(workbook.newWorksheet("Documents"), comparison);
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory cannot fail to be written", e);
    }
    return TimelessZip.of(bytes.toByteArray());
  }
}
