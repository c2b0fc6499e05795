package dev.countersign.browser;

import dev.countersign.job.Amount;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.ReviewTerms.Escalation;
import dev.countersign.workflow.EffectClass;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.InputSpec.Field;
import dev.countersign.workflow.Policy;
import dev.countersign.workflow.RiskLimits;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Quick jobs that end in a letter, each under a policy of its own.
@ApplicationScoped
@IfBuildProfile(InTheBrowser.PROFILE)
public class LetterWorkflows {
  static final String SUBMITTER = "submitter@local.example";
  static final String REVIEWER = "reviewer@local.example";
  static final String SECOND = "second@local.example";
  static final String THIRD = "third@local.example";
  static final String DEPUTY = "deputy@local.example";

  static final Duration REMINDED_AFTER = Duration.ofDays(1);
  static final Duration ESCALATED_AFTER = Duration.ofDays(2);
  static final Duration LIVES = Duration.ofDays(4);

  /// One person decides, is reminded, can hand it over, and is not the last to be asked.
  @Produces
  @Singleton
  Workflow letter() {
    return workflow(
        "letter",
        "Letter",
        ReviewTerms.by(List.of(REVIEWER))
            .living(LIVES)
            .reminding(List.of(REMINDED_AFTER))
            .escalating(List.of(new Escalation(ESCALATED_AFTER, List.of(DEPUTY))))
            .delegating(List.of(SECOND)));
  }

  /// Two of three.
  @Produces
  @Singleton
  Workflow notice() {
    return workflow(
        "notice", "Notice", ReviewTerms.by(List.of(REVIEWER, SECOND, THIRD)).approvals(2));
  }

  /// Worth more than a link is good for.
  @Produces
  @Singleton
  Workflow offer() {
    return workflow("offer", "Offer", ReviewTerms.by(List.of(REVIEWER)));
  }

  /// Both partners sign, so neither can submit.
  @Produces
  @Singleton
  Workflow deed() {
    return workflow("deed", "Deed", ReviewTerms.by(List.of(SUBMITTER, REVIEWER)).approvals(2));
  }

  private static Workflow workflow(String name, String title, ReviewTerms terms) {
    var limits = new RiskLimits(10, List.of(new Amount(new BigDecimal("10000"), "USD")));
    return new Workflow(
        name,
        1,
        title,
        "Writes a letter and sends it once it is signed.",
        new InputSpec(
            List.of(
                new Field("to", Field.Kind.EMAIL, true, 254, "Who gets it."),
                new Field("message", Field.Kind.TEXT, true, 1000, "What it should say.")),
            List.of()),
        List.of(
            StepSpec.work("draft"),
            StepSpec.gate("review"),
            StepSpec.effect("deliver", EffectClass.CUSTOMER_FACING)),
        "draft",
        Policy.of(terms).limiting(limits),
        Duration.ofMinutes(5));
  }
}
