package dev.countersign;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/// The project's own classes as they were built, without the tests'.
final class ProjectClasses {
  static final String ROOT = "dev.countersign";
  static final JavaClasses ALL = new ClassFileImporter().importPath(built());

  private ProjectClasses() {}

  /// The stage that a class belongs to: the first package below the root, `job` for
  /// `dev.countersign.job.Job`; empty for what is not ours.
  static String stage(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) return "";
    String below = name.substring(ROOT.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  private static Path built() {
    return Path.of(System.getProperty("countersign.classes", "target/local/classes"));
  }
}
