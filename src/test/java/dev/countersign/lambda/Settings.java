package dev.countersign.lambda;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The settings that a package's code reads, from its class files.
///
/// @param name as an environment variable
/// @param needed whether the code does not start without it
record Settings(String name, boolean needed) {
  /// @param flavor `api` or `worker`
  static Set<Settings> of(String flavor) {
    return new ClassFileImporter()
        .importPath(Path.of("target", flavor, "classes")).stream()
            .flatMap(type -> Stream.concat(mapped(type), injected(type)))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Settings> mapped(JavaClass type) {
    if (!type.isAnnotatedWith(ConfigMapping.class)) return Stream.of();
    return below(type, type.getAnnotationOfType(ConfigMapping.class).prefix());
  }

  private static Stream<Settings> below(JavaClass group, String prefix) {
    return group.getMethods().stream()
        .filter(method -> method.getParameters().isEmpty()) // else it only reads settings
        .flatMap(method -> {
          var key = prefix + "." + kebab(method);
          var inner = method.getRawReturnType();
          return inner.isInterface() && inner.getEnclosingClass().stream().anyMatch(group::equals)
              ? below(inner, key)
              : Stream.of(new Settings(variable(key), needs(method)));
        });
  }

  private static Stream<Settings> injected(JavaClass type) {
    return type.getConstructors().stream()
        .flatMap(constructor -> constructor.getParameters().stream())
        .filter(parameter -> parameter.isAnnotatedWith(ConfigProperty.class))
        .map(Settings::injected);
  }

  private static Settings injected(JavaParameter parameter) {
    var property = parameter.getAnnotationOfType(ConfigProperty.class);
    boolean none = property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE);
    return new Settings(
        variable(property.name()), none && !parameter.getRawType().isEquivalentTo(Optional.class));
  }

  private static boolean needs(JavaMethod method) {
    return !method.isAnnotatedWith(WithDefault.class)
        && !method.getRawReturnType().isEquivalentTo(Optional.class)
        && !method.getRawReturnType().isEquivalentTo(Map.class); // may be empty
  }

  private static String kebab(JavaMethod method) {
    return method.getName().replaceAll("([A-Z])", "-$1");
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
