package dev.countersign.model.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.model.ToolCall;
import dev.countersign.model.tools.ListSources.Nothing;
import dev.countersign.model.tools.ToolAnswer.Found;
import dev.countersign.workflow.EffectClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToolboxTest {
  @ParameterizedTest
  @EnumSource(names = {"WRITE", "SPEND", "CUSTOMER_FACING"})
  void a_tool_that_does_more_than_read_is_no_agents(EffectClass effect) {
    assertThatThrownBy(() -> new Toolbox(List.of(new ReadPage(), new Trial("send_mail", effect))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The tool send_mail is %s, and an agent may only read: let a gate step propose it as an"
                + " action.",
            effect.wireName());
  }

  @Test
  void the_tools_that_ship_only_read() {
    assertThat(TheTools.all()).allMatch(tool -> !tool.effect().consequential());
  }

  @Test
  void two_tools_of_one_name_are_refused() {
    assertThatThrownBy(() -> new Toolbox(List.of(new ReadPage(), new ReadPage())))
        .hasMessage("Two tools are called read_page.");
  }

  @Test
  void a_tool_that_breaks_says_so_and_nothing_of_why() {
    var broken = new Toolbox(List.of(new Trial("broken", EffectClass.READ)));

    assertThat(broken.use(new ToolCall("1", "broken", "{}"), Library.of(List.of())).told())
        .isEqualTo("error broken: The tool failed; go on without it.");
  }

  private record Trial(String name, EffectClass effect) implements Tool<Nothing> {
    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public Class<Nothing> arguments() {
      return Nothing.class;
    }

    @Override
    public Found use(Nothing arguments, Library library) {
      throw new IllegalStateException("a secret of the machine");
    }
  }
}
