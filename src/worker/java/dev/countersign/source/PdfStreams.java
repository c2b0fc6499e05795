package dev.countersign.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Looks at the raw bytes of a PDF before anything parses it: what its compressed streams grow to,
/// and whether its end is there.
final class PdfStreams {
  /// A content stream or object stream beyond this is no page that a person made. Pictures may be
  /// larger; they are not expanded for their text.
  private static final long MOST_OF_ONE = 48L << 20;

  private static final int DICTIONARY = 1024;
  private static final int TAIL = 2048;
  private static final byte[] STREAM = "stream".getBytes(ISO_8859_1);

  private PdfStreams() {}

  /// @return why the file must not be parsed, or nothing
  static Optional<Gap> beyondLimits(String name, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
      int at = find(bytes, 0);
      while (at >= 0) {
        if (growsTooLarge(bytes, at)) {
          String limit = Gap.size(MOST_OF_ONE);
          return Optional.of(Gap.tooLarge(name, "a part of it expands beyond its limit", limit));
        }
        at = find(bytes, at + STREAM.length);
      }
      return Optional.empty();
    }
  }

  /// Where the next "stream" keyword stands that is not the end of "endstream".
  private static int find(MappedByteBuffer bytes, int from) {
    for (int i = from; i <= bytes.limit() - STREAM.length; i++) {
      if (bytes.get(i) != 's' || (i > 0 && bytes.get(i - 1) == 'd')) continue;
      int matched = 1;
      while (matched < STREAM.length && bytes.get(i + matched) == STREAM[matched]) matched++;
      if (matched == STREAM.length) return i;
    }
    return -1;
  }

  private static boolean growsTooLarge(MappedByteBuffer bytes, int keyword) {
    Interrupted.check();
    int from = Math.max(0, keyword - DICTIONARY);
    byte[] before = new byte[keyword - from];
    bytes.get(from, before);
    String dictionary = new String(before, ISO_8859_1);
    dictionary = dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")));
    if (!dictionary.contains("Flate") && !dictionary.contains("/Fl")) return false;
    boolean image = dictionary.contains("/Image") && !dictionary.contains("/ObjStm");
    int filters = dictionary.split("Flate", -1).length - 1;
    if (image) return false;
    if (filters > 2) return true;
    int start = keyword + STREAM.length;
    while (start < bytes.limit() && (bytes.get(start) == '\r' || bytes.get(start) == '\n')) start++;
    return expands(bytes, start, filters > 1 ? MOST_OF_ONE / 100 : MOST_OF_ONE);
  }

  private static boolean expands(MappedByteBuffer bytes, int start, long most) {
    Inflater inflater = new Inflater();
    byte[] out = new byte[1 << 16];
    long written = 0;
    try {
      inflater.setInput(bytes.slice(start, bytes.limit() - start));
      int got = 1;
      while (got > 0 && written <= most) {
        Interrupted.check();
        got = inflater.inflate(out);
        written += got;
      }
      return written > most;
    } catch (DataFormatException e) {
      return written > most; // its reader takes what came until here
    } finally {
      inflater.end();
    }
  }

  /// Whether the end marker is there, as ISO 32000-1, 7.5.5 asks.
  static boolean endsAsItShould(Path file) throws IOException {
    long size = Files.size(file);
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(Math.max(0, size - TAIL));
      byte[] tail = new byte[(int) Math.min(size, TAIL)];
      in.readFully(tail);
      String end = new String(tail, ISO_8859_1);
      return end.contains("%%EOF") && end.contains("startxref");
    }
  }
}
