package dev.countersign.workflow;

import java.util.List;

/// The input schema of a workflow: which fields and which files it takes.
public record InputSpec(List<Field> fields, List<Files> files) {
  public InputSpec {
    fields = List.copyOf(fields);
    files = List.copyOf(files);
  }

  /// A text field. `kind` says how it is checked.
  public record Field(String name, Kind kind, boolean required, int maxChars, String help) {
    public enum Kind {
      TEXT,
      EMAIL
    }
  }

  /// A multipart part that takes files; the part's name becomes the source's role.
  ///
  /// @param accepts file name endings offered in the form; content decides in the end
  public record Files(String role, int min, int max, List<String> accepts, String help) {
    public Files {
      accepts = List.copyOf(accepts);
    }
  }
}
