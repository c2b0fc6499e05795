package dev.countersign.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Measures a zip-based file by really expanding it, part by part, before anything parses it: what
/// its directory says of sizes may be a lie.
final class ZipContents {
  /// Below this no ratio is suspicious: style sheets of word processors shrink a lot.
  private static final long RATIO_MATTERS_FROM = 4L << 20;

  private final ReadLimits limits;
  private final long stored;
  private long expanded;

  private ZipContents(ReadLimits limits, long stored) {
    this.limits = limits;
    this.stored = stored;
  }

  /// @return why the file must not be opened, or nothing
  static Optional<Gap> beyondLimits(String name, Path file, ReadLimits limits) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > limits.zipEntries()) {
        return Optional.of(
            Gap.tooLarge(name, zip.size() + " parts inside", limits.zipEntries() + " parts"));
      }
      return new ZipContents(limits, Files.size(file)).measure(name, zip);
    } catch (IllegalArgumentException e) {
      throw new IOException("bad zip directory", e);
    }
  }

  private Optional<Gap> measure(String name, ZipFile zip) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (ZipEntry entry : Collections.list(zip.entries())) {
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          Interrupted.check();
          expanded += read;
          if (isBeyond()) return Optional.of(refusal(name));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isBeyond() {
    return expanded > limits.expandedBytes()
        || (expanded > RATIO_MATTERS_FROM && expanded / stored > limits.expansionRatio());
  }

  private Gap refusal(String name) {
    return expanded > limits.expandedBytes()
        ? Gap.tooLarge(name, "it expands beyond its limit", Gap.size(limits.expandedBytes()))
        : Gap.tooLarge(
            name,
            "it expands to more than %d times its size".formatted(limits.expansionRatio()),
            limits.expansionRatio() + " times");
  }
}
