package dev.countersign.source;

import java.io.IOException;
import java.nio.file.Path;

/// Reads files of one type.
interface SourceReader {
  /// @param name the file's name for sentences about it, never a path
  /// @throws IOException when the file is damaged so that nothing of it can be read
  Reading read(String name, Path file, ReadLimits limits) throws IOException;
}
