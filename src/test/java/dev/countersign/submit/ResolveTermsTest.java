package dev.countersign.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.ReviewTerms;
import dev.countersign.job.ReviewTerms.Escalation;
import dev.countersign.submit.ResolveTerms.Resolved;
import dev.countersign.workflow.EffectClass;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.Narrowing;
import dev.countersign.workflow.Policy;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolveTermsTest {
  private static final String OWNER = "owner@local.example";
  private static final String A = "a@local.example";
  private static final String B = "b@local.example";
  private static final ReviewTerms TWO = ReviewTerms.by(List.of(A, B, OWNER)).approvals(2);

  @Test
  void the_submitter_is_not_among_those_who_decide() {
    assertThat(terms(TWO, Narrowing.NONE).deciders()).containsExactly(A, B);
    assertThat(terms(TWO.submitterToo(), Narrowing.NONE).deciders()).contains(OWNER);
  }

  @Test
  void a_policy_that_only_the_submitter_could_meet_is_refused_by_name() {
    var problem = problem(ReviewTerms.by(List.of(A, OWNER)).approvals(2), Narrowing.NONE);

    assertThat(problem.kind()).isEqualTo(Problem.Kind.POLICY_UNMET);
    assertThat(problem.detail())
        .isEqualTo("2 people must approve, and without the submitter only a@local.example can.");
  }

  @Test
  void a_role_that_nobody_is_known_to_hold_is_named() {
    var problem = problem(ReviewTerms.by(List.of("role:partner")), Narrowing.NONE);

    assertThat(problem.detail()).contains("nobody can", "nobody holds role:partner");
  }

  @Test
  void a_role_whose_holders_are_not_known_may_be_met() {
    assertThat(terms(ReviewTerms.by(List.of("role:elsewhere")).approvals(3), Narrowing.NONE))
        .extracting(ReviewTerms::quorum)
        .isEqualTo(3);
  }

  @Test
  void known_holders_of_a_role_can_be_handed_a_say() {
    assertThat(terms(ReviewTerms.by(List.of("role:estimator")), Narrowing.NONE).reaches(B))
        .isTrue();
  }

  @Test
  void escalation_counts_among_those_who_could_meet_it() {
    var alone =
        ReviewTerms.by(List.of(OWNER))
            .escalating(List.of(new Escalation(Duration.ofHours(1), List.of(B))));

    assertThat(terms(alone, Narrowing.NONE).escalations()).hasSize(1);
  }

  @Test
  void a_job_may_make_it_stricter() {
    var wish = new Narrowing(List.of(A, B), 2, Duration.ofHours(4));
    var terms = terms(ReviewTerms.by(List.of(A, B, "c@local.example")), wish);

    assertThat(terms.deciders()).containsExactly(A, B);
    assertThat(terms.quorum()).isEqualTo(2);
    assertThat(terms.lives()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void a_job_never_makes_it_wider() {
    for (var wish :
        List.of(
            new Narrowing(List.of("friend@local.example"), null, null),
            new Narrowing(List.of(), 1, null),
            new Narrowing(List.of(), null, Duration.ofDays(8)),
            new Narrowing(List.of(), null, Duration.ZERO)))
      assertThat(problem(TWO, wish).kind()).isEqualTo(Problem.Kind.POLICY_WIDENED);
  }

  @Test
  void an_order_with_too_few_left_in_it_is_refused() {
    var order = ReviewTerms.by(List.of(A, B)).inTurn();

    assertThat(problem(order, new Narrowing(List.of(A), 2, null)).kind())
        .isEqualTo(Problem.Kind.POLICY_UNMET);
  }

  private static ReviewTerms terms(ReviewTerms policy, Narrowing wish) {
    var resolved = resolved(policy, wish);
    if (resolved instanceof Resolved.Terms(var terms) && terms != null) return terms;
    throw new AssertionError(resolved.toString());
  }

  private static Problem problem(ReviewTerms policy, Narrowing wish) {
    var resolved = resolved(policy, wish);
    if (resolved instanceof Resolved.Unmet(var problem)) return problem;
    throw new AssertionError(resolved.toString());
  }

  private static Resolved resolved(ReviewTerms policy, Narrowing wish) {
    var roles = Map.of("partner", List.<String>of(), "estimator", List.of(A, B));
    return new ResolveTerms(() -> roles).of(workflow(policy), OWNER, wish);
  }

  private static Workflow workflow(ReviewTerms terms) {
    return new Workflow(
        "letter",
        1,
        "Letter",
        "For tests.",
        new InputSpec(List.of(), List.of()),
        List.of(
            StepSpec.work("draft"),
            StepSpec.gate("review"),
            StepSpec.effect("deliver", EffectClass.CUSTOMER_FACING)),
        "draft",
        Policy.of(terms),
        Duration.ofHours(1));
  }
}
