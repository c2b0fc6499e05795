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

  /// The worker still holds the job.
  HELD("fence = :fence AND leaseHolder = :holder"),

  /// Nobody has taken the job over since.
  FENCED("fence = :fence"),

  /// A machine's key that nobody has revoked.
  KEY_LIVES("attribute_exists(pk) AND attribute_not_exists(revokedAt)"),

  /// A ledger row stands as the job's record says it did.
  LEDGER("standing = :was");

  private final String expression;

  Condition(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }
}
