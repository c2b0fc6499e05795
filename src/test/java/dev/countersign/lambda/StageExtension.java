package dev.countersign.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one stage of this run, and what happened on it: each story happens once, when
/// the first test wants to know of it.
final class StageExtension implements ParameterResolver {
  private static final Map<Class<?>, Story> STORIES =
      Map.of(
          MainJob.class, MainJob::happens,
          Recovery.class, Recovery::happens,
          Poison.class, Poison::happens,
          Visits.class, Visits::happens);

  /// Something that happens on the stage.
  interface Story {
    Object on(Stage stage) throws Exception;
  }

  /// Held by JUnit until the run is over.
  private record Run(Stage stage, Map<Class<?>, FutureTask<Object>> told) implements AutoCloseable {
    static Run begin() {
      try {
        return new Run(Stage.set(), new ConcurrentHashMap<>());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Object tell(Class<?> type) throws Exception {
      var story = Objects.requireNonNull(STORIES.get(type));
      var task = told.computeIfAbsent(type, _ -> new FutureTask<>(() -> story.on(stage)));
      task.run();
      return task.get();
    }

    @Override
    public void close() {
      stage.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Stage.class || STORIES.containsKey(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var run =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(StageExtension.class))
            .computeIfAbsent(Run.class, _ -> Run.begin(), Run.class);
    var type = parameter.getParameter().getType();
    if (type == Stage.class) return run.stage();
    try {
      return run.tell(type);
    } catch (Exception e) {
      throw new AssertionError(type.getSimpleName() + " did not happen", e);
    }
  }
}
