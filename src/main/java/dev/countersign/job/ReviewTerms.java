package dev.countersign.job;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Who decides on a proposal, how many of them, in what order, and for how long they may: a policy
/// as it holds for one job. No terms let anything happen without a person; silence means that
/// nothing happens.
///
/// @param deciders addresses, in small letters as sign-in gives them, or `role:NAME`
/// @param quorum how many different people must approve, at least 1
/// @param inOrder whether they decide one after the other, as listed
/// @param submitterMay whether the submitter may decide too
/// @param signIn for which risk a link alone is not enough to approve
/// @param lives how long a request lives
/// @param reminders how long after the request those asked are reminded
/// @param escalations who may decide too, when nobody has for that long
/// @param delegates whom a decider may hand their say to beside those escalated to: addresses, or
///   `domain:NAME`
public record ReviewTerms(
    List<String> deciders,
    int quorum,
    boolean inOrder,
    boolean submitterMay,
    SignIn signIn,
    Duration lives,
    List<Duration> reminders,
    List<Escalation> escalations,
    List<String> delegates) {
  private static final String DOMAIN = "domain:";
  private static final Duration USUAL_LIFE = Duration.ofDays(7);

  public ReviewTerms {
    deciders = names(deciders);
    reminders = reminders.stream().sorted().toList();
    escalations = List.copyOf(escalations);
    delegates = names(delegates);
    if (deciders.isEmpty()) throw new IllegalArgumentException("a policy names who may decide");
    if (quorum < 1) throw new IllegalArgumentException("at least one person approves");
    if (inOrder && quorum > deciders.size())
      throw new IllegalArgumentException("an order has as many deciders as must approve");
    if (!lives.isPositive()) throw new IllegalArgumentException("a request lives for some time");
    if (!reminders.stream().allMatch(Duration::isPositive))
      throw new IllegalArgumentException("a reminder comes after the request");
  }

  /// From which risk on approving takes a sign-in besides the link.
  public enum SignIn {
    HIGH_RISK,
    ALWAYS
  }

  /// Whom to ask too, once nobody has settled it for that long.
  public record Escalation(Duration after, List<String> to) {
    public Escalation {
      to = names(to);
      if (to.isEmpty()) throw new IllegalArgumentException("an escalation goes to somebody");
      if (!after.isPositive()) throw new IllegalArgumentException("an escalation takes time");
    }
  }

  /// Any one of these, within 7 days, without reminders.
  public static ReviewTerms by(List<String> deciders) {
    return new ReviewTerms(
        deciders, 1, false, false, SignIn.HIGH_RISK, USUAL_LIFE, List.of(), List.of(), List.of());
  }

  public ReviewTerms deciding(List<String> others, int approvals) {
    return with(others, approvals, inOrder, submitterMay, signIn, lives);
  }

  public ReviewTerms approvals(int approvals) {
    return with(deciders, approvals, inOrder, submitterMay, signIn, lives);
  }

  public ReviewTerms inTurn() {
    return with(deciders, quorum, true, submitterMay, signIn, lives);
  }

  public ReviewTerms submitterToo() {
    return with(deciders, quorum, inOrder, true, signIn, lives);
  }

  public ReviewTerms signedIn(SignIn from) {
    return with(deciders, quorum, inOrder, submitterMay, from, lives);
  }

  public ReviewTerms living(Duration life) {
    return with(deciders, quorum, inOrder, submitterMay, signIn, life);
  }

  public ReviewTerms reminding(List<Duration> after) {
    return new ReviewTerms(
        deciders, quorum, inOrder, submitterMay, signIn, lives, after, escalations, delegates);
  }

  public ReviewTerms escalating(List<Escalation> steps) {
    return new ReviewTerms(
        deciders, quorum, inOrder, submitterMay, signIn, lives, reminders, steps, delegates);
  }

  public ReviewTerms delegating(List<String> to) {
    return new ReviewTerms(
        deciders, quorum, inOrder, submitterMay, signIn, lives, reminders, escalations, to);
  }

  /// Whether a say may be handed to this person: policy or escalation names them.
  public boolean reaches(String person) {
    int at = person.indexOf('@');
    return delegates.contains(person)
        || delegates.contains(DOMAIN + person.substring(at + 1))
        || escalations.stream().anyMatch(e -> e.to().contains(person));
  }

  /// The people known by address whom policy or escalation names for that.
  List<String> replacements() {
    return Stream.concat(
            delegates.stream(), escalations.stream().flatMap(step -> step.to().stream()))
        .filter(name -> name.contains("@"))
        .distinct()
        .toList();
  }

  /// The domains in which a say may be handed to anybody.
  public List<String> domains() {
    return delegates.stream()
        .filter(name -> name.startsWith(DOMAIN))
        .map(name -> name.substring(DOMAIN.length()))
        .toList();
  }

  private ReviewTerms with(
      List<String> who, int most, boolean order, boolean own, SignIn from, Duration life) {
    return new ReviewTerms(who, most, order, own, from, life, reminders, escalations, delegates);
  }

  private static List<String> names(List<String> given) {
    return given.stream().map(ReviewTerms::asSignedIn).distinct().toList();
  }

  private static String asSignedIn(String name) {
    return name.startsWith("role:") ? name : name.strip().toLowerCase(Locale.ROOT);
  }
}
