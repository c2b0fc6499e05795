package dev.countersign.store;

/// Under what condition each kind of write happens; described in `docs/data-model.md` and pinned
/// whole by a test.
enum Condition {
  /// A new item: a job, an entry of its timeline, a ledger row, a source.
  NEW("attribute_not_exists(pk)"),

  /// An idempotency key that is unused or forgotten. The TTL deletes late, so its time counts here.
  ONCE("attribute_not_exists(pk) OR expiresAt <= :now"),

  /// A job that waits for a worker, or whose worker's lease has lapsed (5 s added for clock skew).
  TAKE(
      "readyAt <= :now AND leases < :most"
          + " AND (attribute_not_exists(leaseUntil) OR leaseUntil < :lapsed)"),

  /// The files of a submission are still there: the sweeper has not begun to drop them.
  INTAKE("attribute_exists(pk) AND attribute_not_exists(dropping)"),

  /// A submission was broken off, or is about to come through: whoever is first.
  INTAKE_LEFT("attribute_exists(pk)"),

  /// Nobody has moved or taken the job since it was read.
  COMMIT("version = :version AND fence = :fence"),

  /// The same, and the request stands as the person saw it: this proposal, in time, their turn, not
  /// said before. A request that was stored before these attributes were kept has none of them.
  DECIDE(Conditions.DECIDE),

  /// The same, and with this vote there are as many as it takes.
  APPROVE(Conditions.DECIDE + " AND (attribute_not_exists(needed) OR needed <= :votes)"),

  /// The same, and even with this vote there are too few.
  VOTE(Conditions.DECIDE + " AND needed > :votes"),

  /// The worker still holds the job.
  HELD("fence = :fence AND leaseHolder = :holder"),

  /// Nobody has taken the job over since.
  FENCED("fence = :fence"),

  /// A machine's key that nobody has revoked.
  KEY_LIVES("attribute_exists(pk) AND attribute_not_exists(revokedAt)"),

  /// Nobody else has begun to tell it meanwhile.
  NOTICE("tries = :tries"),

  /// A ledger row stands as the job's record says it did.
  LEDGER("standing = :was"),

  /// A job's budget, or one that nobody has paid from yet, has that much that is not held.
  BUDGET(Conditions.BUDGET),

  /// An owner's month has, and nobody waits in line for its money.
  MONTH(Conditions.BUDGET + " AND (attribute_not_exists(lineUntil) OR lineUntil < :now)"),

  /// A budget's limit is the one that was read.
  MOST("most = :was"),

  /// The line lasts at least so long.
  LINE("attribute_not_exists(lineUntil) OR lineUntil < :until"),

  /// A reservation stands as it was read.
  RESERVATION("standing = :was"),

  /// A minute in which nobody has asked a provider yet, or that still has room for this call.
  ROOM("attribute_not_exists(pk) OR (requestsLeft >= :one AND tokensLeft >= :needs)"),

  /// A place in a minute that was not used yet.
  TURN("standing = :booked AND slot = :slot"),

  /// Nobody has written what is known of a provider since it was read.
  CIRCUIT("attribute_not_exists(pk) OR version = :version");

  private static final class Conditions {
    static final String DECIDE =
        "version = :version AND fence = :fence AND (attribute_not_exists(asked) OR"
            + " (approval = :approval AND digest = :digest AND expiresAt > :at"
            + " AND contains(asked, :as) AND NOT contains(voted, :who)))";
    static final String BUDGET =
        "(attribute_not_exists(pk) OR (most = :most AND available >= :needed))";
  }

  private final String expression;

  Condition(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }
}
