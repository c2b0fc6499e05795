package dev.countersign.model.tools;

import dev.countersign.model.Reading;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolCall;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.model.tools.ToolAnswer.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// The tools of one agent. What is not on its list does not exist for it, and no tool gets on the
/// list that does more than read.
public final class Toolbox {
  private static final Logger LOG = Logger.getLogger(Toolbox.class);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final int MOST_ARGUMENT_CHARS = 16_000;
  private static final int MOST_CHARS = 12_000;

  private final Map<String, Entry<?>> tools = new LinkedHashMap<>();

  /// @throws IllegalArgumentException when one of them may not be an agent's
  public Toolbox(List<? extends Tool<?>> tools) {
    for (var tool : tools) {
      check(tool);
      if (this.tools.put(tool.name(), Entry.of(tool)) != null)
        throw new IllegalArgumentException("Two tools are called " + tool.name() + ".");
    }
  }

  /// What no agent may have; checked when the process starts.
  public static void check(Tool<?> tool) {
    if (!NAME.matcher(tool.name()).matches())
      throw new IllegalArgumentException("'" + tool.name() + "' is no name of a tool.");
    if (tool.effect().consequential())
      throw new IllegalArgumentException(
          "The tool %s is %s, and an agent may only read: let a gate step propose it as an action."
              .formatted(tool.name(), tool.effect().wireName()));
  }

  public boolean has(String tool) {
    return tools.containsKey(tool);
  }

  /// As the model is told.
  public List<ToolSpec> specs() {
    return tools.values().stream().map(Entry::spec).toList();
  }

  /// Never throws: whatever is wrong with the call is an answer that the model reads.
  public ToolAnswer use(ToolCall call, Library library) {
    var entry = tools.get(call.tool());
    if (entry == null)
      return ToolAnswer.refused(
          Fault.UNKNOWN_TOOL,
          "There is no such tool; there are " + String.join(", ", tools.keySet()) + ".");
    if (call.arguments().length() > MOST_ARGUMENT_CHARS)
      return ToolAnswer.refused(Fault.MALFORMED_ARGUMENTS, "The arguments are too long.");
    try {
      return sized(entry.use(call.arguments(), library));
    } catch (RuntimeException e) {
      LOG.warnf("The tool %s broke: %s", entry.tool().name(), e.getClass().getSimpleName());
      return ToolAnswer.refused(Fault.BROKEN, "The tool failed; go on without it.");
    }
  }

  private static ToolAnswer sized(ToolAnswer answer) {
    if (!(answer instanceof Found(var text, var cited)) || text.length() <= MOST_CHARS)
      return answer;
    int end = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1)) ? MOST_CHARS - 1 : MOST_CHARS;
    return new Found(text.substring(0, end) + "\n(Cut off here; ask for less.)", cited);
  }

  /// A tool and the form of its arguments.
  private record Entry<A extends Record>(Tool<A> tool, Shape<A> form) {
    static <A extends Record> Entry<A> of(Tool<A> tool) {
      return new Entry<>(tool, Shape.of(tool.arguments()));
    }

    ToolSpec spec() {
      return new ToolSpec(tool.name(), tool.description(), form.schema());
    }

    ToolAnswer use(String json, Library library) {
      return switch (form.read(json)) {
        case Reading.Read<A>(var arguments) -> tool.use(arguments, library);
        case Reading.NotJson<A>(var why) -> malformed(why);
        case Reading.WrongShape<A>(var problems) -> malformed(String.join("; ", problems));
      };
    }

    private static ToolAnswer malformed(String why) {
      return ToolAnswer.refused(
          Fault.MALFORMED_ARGUMENTS, "The arguments are not as they must be: " + why);
    }
  }
}
