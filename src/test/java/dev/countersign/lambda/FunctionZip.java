package dev.countersign.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// A function's package.
record FunctionZip(Path file) {
  /// The names of all files in it.
  List<String> names() {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": make lambda builds it", e);
    }
  }

  /// The names of all files in it and in the jars in it.
  List<String> contents() throws IOException {
    var names = new ArrayList<>(names());
    try (var zip = new ZipFile(file.toFile())) {
      for (var jar : names().stream().filter(name -> name.endsWith(".jar")).toList())
        try (var entries = new ZipInputStream(zip.getInputStream(zip.getEntry(jar)))) {
          for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry())
            names.add(entry.getName());
        }
    }
    return names;
  }

  long bytes() {
    return file.toFile().length();
  }

  /// Unpacks it as Lambda does.
  ///
  /// @return the folder that is its task root
  Path unpackInto(Path folder) {
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList())
        unpack(zip, entry, folder.resolve(entry.getName()));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": make lambda builds it", e);
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var from = zip.getInputStream(entry)) {
      Files.copy(from, to);
    }
    if (to.endsWith("bootstrap"))
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
