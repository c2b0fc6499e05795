package dev.countersign.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is in the packages, and what is not.
@Tag("lambda")
class PackagesTest {
  private static final int MOST_API_BYTES = 35_000_000;

  /// Libraries of the one-process mode and of the tests.
  private static final List<String> ONLY_HERE =
      List.of(
          "dynamodblocal",
          "sqlite",
          "elasticmq",
          "pekko",
          "s3proxy",
          "subethasmtp",
          "junit",
          "rest-assured",
          "assertj",
          "archunit",
          "runtime-interface-client");

  /// What reads and writes documents.
  private static final List<String> OF_DOCUMENTS =
      List.of("pdfbox", "fontbox", "fastexcel", "poi-", "openhtmltopdf", "commons-csv");

  /// What asks language models.
  private static final List<String> OF_MODELS = List.of("langchain4j", "jtokkit");

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker"})
  void no_package_holds_what_is_for_a_laptop_or_a_test(String flavor) throws IOException {
    assertThat(jars(flavor)).noneMatch(jar -> ONLY_HERE.stream().anyMatch(jar::contains));
    assertThat(zip(flavor).contents())
        .noneMatch(name -> name.startsWith("dev/countersign/local/"))
        .noneMatch(name -> name.matches("dev/countersign/.*(Test|Double)\\.class"));
  }

  @Test
  void the_api_reads_no_documents_asks_no_models_and_does_no_steps() throws IOException {
    assertThat(jars("api"))
        .noneMatch(jar -> OF_DOCUMENTS.stream().anyMatch(jar::contains))
        .noneMatch(jar -> OF_MODELS.stream().anyMatch(jar::contains));
    assertThat(zip("api").contents())
        .noneMatch(
            name -> name.matches("dev/countersign/(source|packet|worker|effect|notify|model)/.*"))
        .noneMatch(name -> name.endsWith(".ttf") || name.endsWith(".otf"));
  }

  @Test
  void the_api_is_small() {
    assertThat(zip("api").bytes()).isLessThan(MOST_API_BYTES);
  }

  private static FunctionZip zip(String flavor) {
    return new FunctionZip(Path.of("target", flavor, "function.zip"));
  }

  private static Stream<String> jars(String flavor) {
    return zip(flavor).names().stream()
        .filter(name -> name.endsWith(".jar"))
        .map(name -> name.toLowerCase(Locale.ROOT));
  }
}
