package dev.countersign.store;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.EffectId;
import java.time.Duration;
import java.time.YearMonth;

/// Sort keys of the item types in a job's partition, and the partition keys of the few others.
final class Keys {
  static final String JOB = "JOB";
  static final String EVENTS = "EVENT#";
  static final String SOURCES = "SOURCE#";
  static final String READINGS = "READING#";
  static final String ARTIFACTS = "ARTIFACT#";
  static final String PROPOSALS = "PROPOSAL#";
  static final String DECISIONS = "DECISION#";
  static final String EFFECTS = "EFFECT#";
  static final String NOTICES = "NOTICE#";
  static final String APPROVAL = "APPROVAL";
  static final String API_KEYS = "APIKEYS";
  static final String API_KEY = "key_";
  static final String ONCE = "ONCE";
  static final String REACHED = "REACHED";
  static final String UPLOAD = "UPLOAD";
  static final String INTAKE = "INTAKE";
  static final String BUDGET = "BUDGET";
  static final String RESERVATIONS = "RESERVATION#";
  static final String CIRCUIT = "CIRCUIT";

  static final String CALLS = "CALL#";
  static final String RESPONSE = "RESPONSE";
  static final String TOOLS = "TOOL#";

  /// How long after it was due to be looked at it is known whose a response is.
  static final Duration RESPONSE_KEPT = Duration.ofDays(31);

  private Keys() {}

  static String event(long seq) {
    return "%s%010d".formatted(EVENTS, seq);
  }

  static String source(String id) {
    return SOURCES + id;
  }

  static String reading(String source) {
    return READINGS + source;
  }

  static String checkpoint(String step, int revision) {
    return "CHECKPOINT#%s#%05d".formatted(step, revision);
  }

  /// Begins the keys of what a step has stored of its items so far.
  static String parts(String step, int revision) {
    return "PART#%s#%05d#".formatted(step, revision);
  }

  static String artifact(String name, int revision) {
    return "%s%s#%05d".formatted(ARTIFACTS, name, revision);
  }

  static String proposal(int revision) {
    return "%s%05d".formatted(PROPOSALS, revision);
  }

  /// @param version of the job that it led to, so that what was said stands in its order
  static String decision(int revision, long version) {
    return "%s%05d#%010d".formatted(DECISIONS, revision, version);
  }

  static String effect(EffectId id) {
    return EFFECTS + id.value();
  }

  /// @param seq the job's version that it is about
  static String notice(long seq) {
    return "%s%010d".formatted(NOTICES, seq);
  }

  static String approval(ApprovalId id) {
    return "APPROVAL#" + id.value();
  }

  static String reviewer(String reviewer) {
    return "REVIEWER#" + reviewer;
  }

  static String once(String owner, String key) {
    return "ONCE#" + Sha256.hex(owner + "\n" + key);
  }

  /// Names neither of them.
  static String reached(String owner, String kind, String target) {
    return "REACHED#" + Sha256.hex(owner + "\n" + kind + "\n" + target);
  }

  /// Begins the keys of what a step asked about one task.
  static String calls(String step, int revision, String task) {
    return "%s%s#%05d#%s#".formatted(CALLS, step, revision, task);
  }

  static String call(CallRow call) {
    return calls(call.step(), call.revision(), call.task()) + "%03d".formatted(call.number());
  }

  static String tool(String step, int revision, String agent, int number) {
    return "%s%s#%05d#%s#%03d".formatted(TOOLS, step, revision, agent, number);
  }

  /// What a model answered about one task.
  static String answer(CallRow call) {
    return "ANSWER#%s#%05d#%s".formatted(call.step(), call.revision(), call.task());
  }

  static String response(String id) {
    return "RESPONSE#" + id;
  }

  static String upload(String id) {
    return "UPLOAD#" + id;
  }

  static String reservation(String call) {
    return RESERVATIONS + call;
  }

  /// An owner's months; does not name the owner.
  static String spend(String owner) {
    return "SPEND#" + Sha256.hex(owner);
  }

  /// Who waits for money of that month.
  static String line(String owner, YearMonth month) {
    return "LINE#%s#%s".formatted(Sha256.hex(owner), month);
  }

  /// @param of which provider and model the limits are
  static String rate(String of) {
    return "RATE#" + of;
  }

  static String window(long minute) {
    return "MINUTE#%010d".formatted(minute);
  }

  static String turn(String who) {
    return "TURN#" + Sha256.hex(who);
  }

  static String circuit(String provider) {
    return "CIRCUIT#" + provider;
  }
}
