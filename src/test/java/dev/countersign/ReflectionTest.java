package dev.countersign;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.TreeCodec;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// In a native image Jackson sees only records that are registered; without it the build stays
/// green and the function fails when it runs.
class ReflectionTest {
  @Test
  void a_record_that_is_read_from_json_is_registered() {
    assertThat(unregistered(readFromJson())).isEmpty();
  }

  @Test
  void a_record_with_json_annotations_is_registered() {
    assertThat(unregistered(annotatedForJson())).isEmpty();
  }

  @Test
  void what_a_registered_record_holds_is_registered_too() {
    assertThat(unregistered(registered().stream())).isEmpty();
  }

  private static Set<String> unregistered(Stream<? extends Class<?>> roots) {
    var seen = new LinkedHashSet<Class<?>>();
    roots.forEach(type -> collect(type, seen));
    var registered = registered();
    return seen.stream()
        .filter(type -> !registered.contains(type))
        .map(Class::getName)
        .collect(toCollection(TreeSet::new));
  }

  /// Those that carry the annotation and those that one names as its targets.
  private static Set<Class<?>> registered() {
    return ours()
        .filter(type -> type.isAnnotationPresent(RegisterForReflection.class))
        .flatMap(type ->
            Stream.concat(
                Stream.of(type),
                Arrays.stream(type.getAnnotation(RegisterForReflection.class).targets())))
        .collect(toSet());
  }

  /// The record, and the records of ours that it holds, at any depth.
  private static void collect(Type type, Set<Class<?>> seen) {
    switch (type) {
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, seen));
      case Class<?> array when array.isArray() -> collect(array.componentType(), seen);
      case Class<?> sealed when isOurs(sealed) && sealed.isSealed() ->
          Arrays.stream(sealed.getPermittedSubclasses()).forEach(part -> collect(part, seen));
      case Class<?> id when isOurs(id) && isId(id) -> {}
      case Class<?> record when isOurs(record) && record.isRecord() -> {
        if (seen.add(record))
          Arrays.stream(record.getRecordComponents())
              .map(RecordComponent::getGenericType)
              .forEach(part -> collect(part, seen));
      }
      default -> {}
    }
  }

  /// Class literals in methods that call Jackson: `json.readValue(text, Wire.class)`.
  private static Stream<Class<?>> readFromJson() {
    return ProjectClasses.ALL.stream()
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(ReflectionTest::callsJackson)
        .flatMap(unit -> unit.getReferencedClassObjects().stream())
        .map(ReferencedClassObject::getValue)
        .filter(type -> !ProjectClasses.stage(type).isEmpty())
        .<Class<?>>map(JavaClass::reflect)
        .filter(Class::isRecord);
  }

  private static boolean callsJackson(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .map(call -> call.getTargetOwner())
        .anyMatch(owner ->
            owner.isAssignableTo(TreeCodec.class) || owner.isAssignableTo(ObjectCodec.class));
  }

  private static Stream<Class<?>> annotatedForJson() {
    return ours()
        .filter(Class::isRecord)
        .filter(type ->
            Arrays.stream(type.getAnnotations())
                .map(annotation -> annotation.annotationType())
                .anyMatch(annotation ->
                    annotation.getName().startsWith("com.fasterxml.jackson.")
                        || annotation.getSimpleName().equals("Wire")));
  }

  private static Stream<Class<?>> ours() {
    return ProjectClasses.ALL.stream().<Class<?>>map(JavaClass::reflect);
  }

  /// Ids are one-field records that the stored and wire forms write as plain text themselves.
  private static boolean isId(Class<?> type) {
    return type.isRecord()
        && type.getSimpleName().endsWith("Id")
        && type.getRecordComponents().length == 1;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(ProjectClasses.ROOT + ".");
  }
}
