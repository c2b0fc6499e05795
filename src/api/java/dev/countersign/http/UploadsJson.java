package dev.countersign.http;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.countersign.submit.DeclareUploads.Wish;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Files that are about to be uploaded.
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record UploadsJson(@Nullable List<FileJson> files) {

  /// @param role as what the workflow takes it, see `GET /workflows/{name}`; `files` when left out
  /// @param size in bytes, exactly
  /// @param sha256 of its bytes, 64 hex digits
  /// @param mediaType `application/octet-stream` when left out
  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record FileJson(
      @Nullable String role,
      @Nullable String name,
      @Nullable Long size,
      @Nullable String sha256,
      @JsonAlias("mediaType") @Nullable String mediaType) {
    private Wish wish() {
      return new Wish(
          given(role, "files"),
          given(name, ""),
          given(mediaType, "application/octet-stream"),
          Objects.requireNonNullElse(size, 0L),
          given(sha256, ""));
    }
  }

  /// @throws ProblemException 400 without a body
  public static List<Wish> wishes(@Nullable UploadsJson json) {
    if (json == null) throw StatusProblems.BROKEN_JSON.thrown();
    var files = Objects.requireNonNullElse(json.files(), List.<FileJson>of());
    return files.stream().map(FileJson::wish).toList();
  }

  private static String given(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
