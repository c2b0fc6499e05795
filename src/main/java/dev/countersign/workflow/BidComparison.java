package dev.countersign.workflow;

import dev.countersign.job.ReviewTerms;
import dev.countersign.job.ReviewTerms.Escalation;
import dev.countersign.job.Spending;
import dev.countersign.workflow.InputSpec.Field;
import dev.countersign.workflow.InputSpec.Files;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Compares bids with a scope of work and sends the comparison once it is signed.
@ApplicationScoped
public class BidComparison {
  public static final String NAME = "bid-comparison";

  /// The field that says who gets the comparison.
  public static final String DELIVER_TO = "deliver_to";

  /// The role of a file that was given as the scope of work.
  public static final String SCOPE = "scope";

  /// The role of every other file.
  public static final String FILES = "files";

  private static final List<String> DOCUMENTS =
      List.of(".pdf", ".docx", ".xlsx", ".csv", ".txt", ".html", ".eml");

  /// Who decides on comparisons.
  @ConfigMapping(prefix = "countersign.bid-comparison")
  interface Config {
    /// Addresses; each gets a link of their own.
    @WithDefault("reviewer@local.example")
    List<String> reviewers();

    /// How many of them must approve.
    @WithDefault("1")
    int approvals();

    /// Whether they decide one after the other, as listed.
    @WithDefault("false")
    boolean inOrder();

    /// How long a request for a decision lives.
    @WithDefault("7d")
    Duration reviewLives();

    /// How long after the request those asked are reminded.
    @WithDefault("1d,3d")
    List<Duration> remindAfter();

    /// Who may decide too once nobody has for `escalate-after`.
    Optional<List<String>> escalateTo();

    /// How long to wait before that.
    @WithDefault("2d")
    Duration escalateAfter();

    /// Whom a reviewer may hand their say to: addresses, or `domain:NAME`.
    Optional<List<String>> delegates();
  }

  @Produces
  @Singleton
  Workflow descriptor(Config config) {
    return descriptor(policy(config));
  }

  private static Policy policy(Config config) {
    var terms =
        ReviewTerms.by(config.reviewers())
            .approvals(config.approvals())
            .living(config.reviewLives())
            .reminding(config.remindAfter())
            .escalating(
                config
                    .escalateTo()
                    .map(to -> List.of(new Escalation(config.escalateAfter(), to)))
                    .orElse(List.of()))
            .delegating(config.delegates().orElse(List.of()));
    return Policy.of(config.inOrder() ? terms.inTurn() : terms);
  }

  public static Workflow descriptor(Policy review) {
    return new Workflow(
        NAME,
        1,
        "Bid comparison",
        "Compares bids line by line with the scope of work, flags what an estimator would stop at,"
            + " and sends the comparison once you have signed it.",
        inputs(),
        steps(),
        "draft",
        review,
        Duration.ofMinutes(30),
        Spending.upTo("2.00", "5.00", Spending.OnExhausted.RULES));
  }

  private static InputSpec inputs() {
    return new InputSpec(
        List.of(
            new Field(
                DELIVER_TO,
                Field.Kind.EMAIL,
                false,
                254,
                "Who gets the comparison once it is approved; you, when left empty."),
            new Field("note", Field.Kind.TEXT, false, 1000, "Something the reviewer should know.")),
        List.of(
            new Files(
                SCOPE,
                0,
                1,
                List.of(".csv", ".xlsx", ".pdf", ".docx", ".txt", ".html"),
                "The scope of work; found among the files when left out."),
            new Files(FILES, 1, 14, DOCUMENTS, "The bids, one file each.")));
  }

  private static List<StepSpec> steps() {
    return List.of(
        StepSpec.work("read").expecting(Duration.ofSeconds(5)),
        StepSpec.work("extract"),
        StepSpec.work("align"),
        StepSpec.work("check"),
        StepSpec.work("draft"),
        StepSpec.work("verify"),
        StepSpec.gate("review"),
        StepSpec.effect("deliver", EffectClass.CUSTOMER_FACING));
  }
}
