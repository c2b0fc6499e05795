package dev.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Amount;
import dev.countersign.job.Risk;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.EffectClass;
import dev.countersign.workflow.RiskLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssessRiskTest {
  private static final RiskLimits LIMITS = new RiskLimits(3, List.of(amount("1000", "EUR")));

  @Test
  void a_change_to_somebody_known_without_documents_is_low() {
    assertThat(risk(EffectClass.WRITE, List.of(to("a@x.example")), true, 0))
        .isEqualTo(new Risk(Risk.Level.LOW, List.of()));
  }

  @Test
  void what_leaves_the_house_and_what_was_read_are_reasons_for_care() {
    var risk = risk(EffectClass.CUSTOMER_FACING, List.of(to("a@x.example")), true, 4);

    assertThat(risk.level()).isEqualTo(Risk.Level.MEDIUM);
    assertThat(risk.reasons())
        .containsExactly(
            "It leaves the house and cannot be called back.",
            "4 documents that nobody vouches for were read before this was proposed.");
  }

  @Test
  void somebody_whom_nothing_has_reached_before_is_high() {
    var risk = risk(EffectClass.CUSTOMER_FACING, List.of(to("a@x.example")), false, 1);

    assertThat(risk.level()).isEqualTo(Risk.Level.HIGH);
    assertThat(risk.reasons().getFirst())
        .isEqualTo(
            "New recipient: nothing of the submitter's has reached them before, and no operator has"
                + " listed them as known yet.");
  }

  @Test
  void many_recipients_are_high_and_one_many_times_is_not() {
    var many = IntStream.range(0, 3).mapToObj(i -> to(i + "@x.example")).toList();
    var one = List.of(to("a@x.example"), to("a@x.example"), to("a@x.example"));

    assertThat(risk(EffectClass.WRITE, many, true, 0).level()).isEqualTo(Risk.Level.HIGH);
    assertThat(risk(EffectClass.WRITE, one, true, 0).level()).isEqualTo(Risk.Level.LOW);
  }

  @Test
  void an_amount_over_the_limit_or_in_another_currency_is_high() {
    assertThat(spending("1000.00", "EUR").level()).isEqualTo(Risk.Level.MEDIUM);
    assertThat(spending("1000.01", "EUR").level()).isEqualTo(Risk.Level.HIGH);
    assertThat(spending("1.00", "USD").level()).isEqualTo(Risk.Level.HIGH);
    assertThat(spending("1000.01", "EUR").reasons())
        .contains("Amount: 1,000.01 EUR is over the limit of 1,000.00 EUR.");
  }

  @Test
  void without_a_limit_whatever_is_spent_is_high() {
    var order =
        new Action(
            "order", "shop", "Pipes", "text/plain", new byte[0], List.of(amount("0.01", "EUR")));

    var risk = new AssessRisk(RiskLimits.USUAL).of(EffectClass.SPEND, List.of(order), _ -> true, 0);

    assertThat(risk.level()).isEqualTo(Risk.Level.HIGH);
  }

  private static Risk spending(String value, String currency) {
    var action =
        new Action(
            "order", "shop", "Pipes", "text/plain", new byte[0], List.of(amount(value, currency)));
    return risk(EffectClass.SPEND, List.of(action), true, 0);
  }

  private static Risk risk(EffectClass effect, List<Action> actions, boolean known, int documents) {
    return new AssessRisk(LIMITS).of(effect, actions, _ -> known, documents);
  }

  private static Action to(String target) {
    return new Action("email", target, "Hello", "message/rfc822", new byte[0]);
  }

  private static Amount amount(String value, String currency) {
    return new Amount(new BigDecimal(value), currency);
  }
}
