package dev.countersign.model.tools;

import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.workflow.EffectClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;

/// Decimal arithmetic that is exact until it is rounded once, at the end, as asked.
@ApplicationScoped
public class Calculate implements Tool<Calculate.Arguments> {
  private static final int LONGEST = 2_000;
  private static final int MOST_DECIMALS = 20;

  /// @param scale decimals of the result, 0 to 20
  @RegisterForReflection
  public record Arguments(String expression, int scale, Rounding rounding) {
    public Arguments {
      if (expression.isBlank() || expression.length() > LONGEST)
        throw new IllegalArgumentException("expression has 1 to " + LONGEST + " characters");
      if (scale < 0 || scale > MOST_DECIMALS)
        throw new IllegalArgumentException("scale is 0 to " + MOST_DECIMALS);
    }
  }

  /// How the result is rounded; `exact` refuses where it would have to be.
  @RegisterForReflection
  public enum Rounding {
    HALF_UP(RoundingMode.HALF_UP),
    HALF_EVEN(RoundingMode.HALF_EVEN),
    UP(RoundingMode.UP),
    DOWN(RoundingMode.DOWN),
    EXACT(RoundingMode.UNNECESSARY);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
      this.mode = mode;
    }
  }

  @Override
  public String name() {
    return "calculate";
  }

  @Override
  public String description() {
    return "Computes with decimals, exactly: + - * / and parentheses, 15% for 0.15, sum(a; b; c),"
        + " percent(part; whole). Numbers have a point and no thousands separators, e.g."
        + " 1234.50. scale: decimals of the result. rounding: once, at the end; exact refuses"
        + " to round.";
  }

  @Override
  public EffectClass effect() {
    return EffectClass.NONE;
  }

  @Override
  public Class<Arguments> arguments() {
    return Arguments.class;
  }

  @Override
  public ToolAnswer use(Arguments asked, Library library) {
    try {
      return ToolAnswer.Found.of(rounded(Expression.value(asked.expression()), asked));
    } catch (ArithmeticException | IllegalArgumentException e) {
      return ToolAnswer.refused(Fault.NO_EXPRESSION, String.valueOf(e.getMessage()));
    }
  }

  private static String rounded(BigFraction exact, Arguments asked) {
    var down = exact.bigDecimalValue(asked.scale(), RoundingMode.DOWN);
    if (Expression.fraction(down).equals(exact)) return down.toPlainString() + " (exact)";
    if (asked.rounding() == Rounding.EXACT)
      throw new ArithmeticException(
          "The result has more than %d decimals; ask for another rounding."
              .formatted(asked.scale()));
    return "%s (rounded, %s)"
        .formatted(
            exact.bigDecimalValue(asked.scale(), asked.rounding().mode).toPlainString(),
            asked.rounding().name().toLowerCase(Locale.ROOT));
  }
}
