package dev.countersign.submit;

import dev.countersign.approval.KnownRoles;
import dev.countersign.job.ReviewTerms;
import dev.countersign.workflow.Narrowing;
import dev.countersign.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A workflow's policy as it will hold for one job: made stricter as the submitter wishes, never
/// wider, and refused when nobody could meet it.
@ApplicationScoped
class ResolveTerms {
  private static final String ROLE = "role:";
  private final Map<String, List<String>> members;

  ResolveTerms(KnownRoles roles) {
    this.members = Map.copyOf(roles.members());
  }

  sealed interface Resolved {
    /// @param terms null for a workflow without a gate
    record Terms(@Nullable ReviewTerms terms) implements Resolved {}

    record Unmet(Problem problem) implements Resolved {}
  }

  Resolved of(Workflow workflow, String owner, Narrowing wish) {
    var policy = workflow.terms();
    if (policy.isEmpty())
      return wish.equals(Narrowing.NONE)
          ? new Resolved.Terms(null)
          : widened(workflow.name() + " asks nobody for a decision.", "Leave review out.");
    var wider = wider(policy.get(), wish);
    if (wider.isPresent()) return new Resolved.Unmet(wider.get());
    var tooFew = tooFewInOrder(policy.get(), wish);
    if (tooFew.isPresent()) return new Resolved.Unmet(tooFew.get());
    var terms = narrowed(policy.get(), wish);
    var missing = missing(terms, owner);
    return missing.isPresent()
        ? new Resolved.Unmet(missing.get())
        : new Resolved.Terms(forOwner(terms, owner));
  }

  private static Optional<Problem> wider(ReviewTerms policy, Narrowing wish) {
    var others = names(wish).stream().filter(d -> !policy.deciders().contains(d)).toList();
    if (!others.isEmpty())
      return wider(
          "The policy does not let these decide: %s.".formatted(String.join(", ", others)),
          "Name some of: %s.".formatted(String.join(", ", policy.deciders())));
    var approvals = wish.approvals();
    if (approvals != null && approvals < policy.quorum())
      return wider(
          "The policy asks for %d approvals, not %d.".formatted(policy.quorum(), approvals),
          "Ask for at least %d.".formatted(policy.quorum()));
    var lives = wish.lives();
    if (lives != null && (!lives.isPositive() || lives.compareTo(policy.lives()) > 0))
      return wider(
          "A request lives for %s at most, not %s.".formatted(words(policy.lives()), lives),
          "Ask for a shorter time, such as PT4H.");
    return Optional.empty();
  }

  /// @throws IllegalArgumentException when an order has too few in it
  private static ReviewTerms narrowed(ReviewTerms policy, Narrowing wish) {
    var chosen = names(wish);
    var deciders =
        chosen.isEmpty()
            ? policy.deciders()
            : policy.deciders().stream().filter(chosen::contains).toList();
    var terms =
        policy.deciding(deciders, Objects.requireNonNullElse(wish.approvals(), policy.quorum()));
    return terms.living(Objects.requireNonNullElse(wish.lives(), policy.lives()));
  }

  private static Optional<Problem> tooFewInOrder(ReviewTerms policy, Narrowing wish) {
    int chosen = wish.deciders().isEmpty() ? policy.deciders().size() : names(wish).size();
    int approvals = Objects.requireNonNullElse(wish.approvals(), policy.quorum());
    if (!policy.inOrder() || approvals <= chosen) return Optional.empty();
    return Optional.of(
        unmet(
            "%d must approve one after the other, and only %d are in the order."
                .formatted(approvals, chosen)));
  }

  private Optional<Problem> missing(ReviewTerms terms, String owner) {
    var empty = roles(terms).filter(role -> known(role).filter(List::isEmpty).isPresent()).toList();
    var people = people(terms);
    if (people.isEmpty()) return Optional.empty(); // a role whose holders are not known
    var able = new LinkedHashSet<>(people.get());
    if (!terms.submitterMay()) able.remove(owner);
    if (able.size() >= terms.quorum()) return Optional.empty();
    var detail =
        "%d %s must approve, and without the submitter %s can%s."
            .formatted(
                terms.quorum(),
                terms.quorum() == 1 ? "person" : "people",
                able.isEmpty() ? "nobody" : "only " + String.join(", ", able),
                empty.isEmpty() ? "" : "; nobody holds " + String.join(", ", empty));
    return Optional.of(unmet(detail));
  }

  private static Problem unmet(String detail) {
    return new Problem(
        Problem.Kind.POLICY_UNMET,
        detail,
        "Let somebody else submit it, ask for fewer approvals, or have the policy name more people.");
  }

  /// Whoever could ever approve; empty when a role's holders are not known.
  private Optional<List<String>> people(ReviewTerms terms) {
    var people = new ArrayList<String>();
    for (var name : all(terms).toList()) {
      if (!name.startsWith(ROLE)) people.add(name);
      else if (known(name).isEmpty()) return Optional.empty();
      else people.addAll(known(name).get());
    }
    return Optional.of(people);
  }

  /// The submitter is not asked; holders of a role who are known can be handed a say.
  private ReviewTerms forOwner(ReviewTerms terms, String owner) {
    var delegates =
        Stream.concat(
                terms.delegates().stream(),
                roles(terms).flatMap(role -> known(role).stream().flatMap(List::stream)))
            .toList();
    var without = terms.deciders().stream().filter(d -> !d.equals(owner)).toList();
    boolean asks = !terms.submitterMay() && !without.isEmpty();
    boolean fits = !terms.inOrder() || without.size() >= terms.quorum();
    return (asks && fits ? terms.deciding(without, terms.quorum()) : terms).delegating(delegates);
  }

  private Optional<List<String>> known(String role) {
    return Optional.ofNullable(members.get(role.substring(ROLE.length())));
  }

  private static Stream<String> roles(ReviewTerms terms) {
    return all(terms).filter(name -> name.startsWith(ROLE));
  }

  private static Stream<String> all(ReviewTerms terms) {
    return Stream.concat(
            terms.deciders().stream(), terms.escalations().stream().flatMap(e -> e.to().stream()))
        .distinct();
  }

  private static List<String> names(Narrowing wish) {
    return wish.deciders().stream()
        .distinct()
        .map(n -> n.startsWith(ROLE) ? n : n.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String words(Duration time) {
    return time.toHours() >= 48 ? time.toDays() + " days" : time.toHours() + " hours";
  }

  private static Optional<Problem> wider(String detail, String remedy) {
    return Optional.of(new Problem(Problem.Kind.POLICY_WIDENED, detail, remedy));
  }

  private static Resolved widened(String detail, String remedy) {
    return new Resolved.Unmet(new Problem(Problem.Kind.POLICY_WIDENED, detail, remedy));
  }
}
