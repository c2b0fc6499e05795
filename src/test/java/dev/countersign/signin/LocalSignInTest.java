package dev.countersign.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names as passwords exist in the one-process form alone.
class LocalSignInTest {
  private static final Pattern OF_LOCAL_SIGN_IN =
      Pattern.compile(
          "security\\.users|auth\\.basic|elytron|properties-file|dev\\.countersign\\.local");

  @ParameterizedTest
  @ValueSource(strings = {"src/main", "src/api", "src/worker"})
  void nothing_of_it_is_in_the_sources_of_a_function(String root) throws IOException {
    try (var files = Files.walk(Path.of(root))) {
      assertThat(files.filter(Files::isRegularFile).filter(LocalSignInTest::speaksOfIt)).isEmpty();
    }
  }

  @Test
  void its_dependency_is_in_the_local_build_alone() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    var local = Pattern.compile("<profile>\\s*<id>local</id>.*?</profile>", Pattern.DOTALL);
    var parts = local.matcher(pom);

    assertThat(parts.find()).isTrue();
    assertThat(parts.group()).contains("quarkus-elytron-security-properties-file");
    assertThat(parts.replaceAll("")).doesNotContain("elytron");
  }

  /// The template and SAM local's environment give no function a setting that could switch it on.
  @Test
  void no_function_is_given_a_setting_of_it() throws IOException {
    for (var file : Stream.of("template.yaml", "infra").map(Path::of).toList())
      if (Files.exists(file))
        try (var files = Files.walk(file)) {
          assertThat(files.filter(Files::isRegularFile).filter(LocalSignInTest::givesIt)).isEmpty();
        }
  }

  private static boolean givesIt(Path file) {
    return text(file).contains("QUARKUS_SECURITY_USERS") || text(file).contains("AUTH_BASIC");
  }

  private static boolean speaksOfIt(Path file) {
    return !file.toString().endsWith(".ttf") && OF_LOCAL_SIGN_IN.matcher(text(file)).find();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
