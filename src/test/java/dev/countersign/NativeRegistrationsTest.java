package dev.countersign;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.xmpbox.schema.XMPSchema;
import org.apache.xmpbox.type.TypeMapping;
import org.junit.jupiter.api.Test;

/// What libraries look up by name is registered for native images in files; a new version of a
/// library may have renamed or added some of it.
class NativeRegistrationsTest {
  private static final Path MAIL =
      Path.of("src/main/resources/META-INF/native-image/dev.countersign/mail/reflect-config.json");
  private static final Path XMP =
      Path.of("src/worker/resources/META-INF/native-image/dev.countersign/xmp/reflect-config.json");

  private static final Path SEARCH =
      Path.of(
          "src/worker/resources/META-INF/native-image/dev.countersign/search/reflect-config.json");

  @Test
  void what_the_mail_library_makes_by_name_has_that_name() throws IOException {
    assertThat(registered(MAIL))
        .isNotEmpty()
        .allSatisfy(name ->
            assertThatCode(() -> Class.forName(name).getDeclaredConstructor())
                .doesNotThrowAnyException());
  }

  @Test
  void each_type_and_schema_of_a_pdf_metadata_packet_is_registered() throws IOException {
    var all =
        new ClassFileImporter()
            .importPackagesOf(XMPSchema.class, TypeMapping.class).stream()
                .filter(type -> !type.isAnonymousClass() && !type.isNestedClass())
                .filter(type -> !type.isAssignableTo(Exception.class))
                .map(JavaClass::getName)
                .collect(toCollection(TreeSet::new));
    assertThat(registered(XMP)).isEqualTo(all);
  }

  @Test
  void what_the_search_library_makes_by_name_is_there() throws IOException {
    assertThat(registered(SEARCH))
        .allSatisfy(name ->
            assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                .doesNotThrowAnyException());
    assertThat(registered(SEARCH))
        .containsAll(providers(Codec.class))
        .containsAll(providers(PostingsFormat.class))
        .containsAll(providers(DocValuesFormat.class))
        .containsAll(providers(KnnVectorsFormat.class));
  }

  private static Set<String> providers(Class<?> service) {
    return ServiceLoader.load(service).stream()
        .map(provider -> provider.type().getName())
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> registered(Path file) throws IOException {
    var names = new TreeSet<String>();
    new ObjectMapper()
        .readTree(file.toFile())
        .forEach(entry -> names.add(entry.get("name").asText()));
    return names;
  }
}
