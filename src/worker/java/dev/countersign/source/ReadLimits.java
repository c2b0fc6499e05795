package dev.countersign.source;

import java.time.Duration;

/// How much of one document is read at most, so that a hostile or huge file costs bounded time and
/// memory.
///
/// @param bytes size of the file as uploaded, in bytes
/// @param expandedBytes size of all parts of a zip-based file when expanded, in bytes
/// @param expansionRatio expanded size over stored size of a zip-based file
/// @param zipEntries parts in a zip-based file
/// @param pages pages or sheets; the first ones are read, the rest is named as a gap
/// @param rows rows of a table (CSV, or all sheets of a workbook together)
/// @param characters text of the whole document, in UTF-16 units
/// @param time how long reading one document may take
public record ReadLimits(
    long bytes,
    long expandedBytes,
    int expansionRatio,
    int zipEntries,
    int pages,
    int rows,
    int characters,
    Duration time) {
  public static final ReadLimits DEFAULT =
      new ReadLimits(
          50L << 20, 40L << 20, 100, 2_000, 400, 50_000, 4_000_000, Duration.ofSeconds(60));

  public ReadLimits withTime(Duration shorter) {
    return new ReadLimits(
        bytes, expandedBytes, expansionRatio, zipEntries, pages, rows, characters, shorter);
  }

  public ReadLimits withPages(int fewer) {
    return new ReadLimits(
        bytes, expandedBytes, expansionRatio, zipEntries, fewer, rows, characters, time);
  }
}
