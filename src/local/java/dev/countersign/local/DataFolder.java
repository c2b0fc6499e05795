package dev.countersign.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder with everything that outlives the process, held by one process at a time. The
/// operating system frees it when the process dies, however it dies.
record DataFolder(Path path, FileLock lock) {
  /// Takes the folder, made if it is not there.
  static DataFolder take(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      return new DataFolder(folder, lock(folder));
    } catch (IOException e) {
      throw new LocalFault(
          "The data folder %s cannot be written (%s). Set COUNTERSIGN_DATA to another one."
              .formatted(folder, e));
    }
  }

  private static FileLock lock(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null)
      throw new LocalFault(
          "The data folder %s is in use by another Countersign. Stop that one, or set COUNTERSIGN_DATA."
              .formatted(folder));
    return lock;
  }
}
