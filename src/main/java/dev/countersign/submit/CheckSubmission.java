package dev.countersign.submit;

import static dev.countersign.submit.Problem.Kind.BAD_INPUT;
import static dev.countersign.submit.Problem.Kind.LANE_NOT_OFFERED;
import static dev.countersign.submit.Problem.Kind.TOO_LARGE;
import static dev.countersign.submit.Problem.Kind.UNKNOWN_WORKFLOW;

import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks for what is wrong with a submission, against its workflow's input schema.
final class CheckSubmission {
  static final int MOST_TITLE_CHARS = 200;
  static final int MOST_KEY_CHARS = 255;
  static final int MOST_ADDRESS_CHARS = 254;

  /// One plain address; no display name, no comment, no quoting, no control character.
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
  private final SubmitLimits limits;

  CheckSubmission(SubmitLimits limits) {
    this.limits = limits;
  }

  static Problem unknownWorkflow(String name, Catalog catalog) {
    var known = catalog.newest().stream().map(Workflow::name).collect(Collectors.joining(", "));
    return new Problem(
        UNKNOWN_WORKFLOW,
        name.isBlank()
            ? "No workflow was named."
            : "There is no workflow \"%s\".".formatted(shown(name)),
        "Name one of these: " + known + ".");
  }

  /// The first thing that is wrong; empty when nothing is.
  Optional<Problem> problem(Submission submission, List<Source> files, Workflow workflow) {
    var spec = workflow.inputs();
    return Stream.<Optional<Problem>>of(
            title(submission.title()),
            key(submission),
            lane(submission, workflow),
            unknownFields(submission, spec),
            unknownRoles(submission, files, spec))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> first(spec.fields().stream().map(field -> field(submission, field))))
        .or(() -> first(spec.files().stream().map(wanted -> count(files, wanted))))
        .or(() -> first(files.stream().map(this::file)))
        .or(() -> total(files));
  }

  private static Optional<Problem> first(Stream<Optional<Problem>> problems) {
    return problems.flatMap(Optional::stream).findFirst();
  }

  private static Optional<Problem> title(String title) {
    if (title.isBlank()) return bad("The title is missing.", "Send a title.");
    if (title.length() > MOST_TITLE_CHARS)
      return bad(
          "The title has %d characters.".formatted(title.length()),
          "Send one of at most %d.".formatted(MOST_TITLE_CHARS));
    return CONTROL.matcher(title).find()
        ? bad("The title has a line break or control character.", "Send it as one line.")
        : Optional.empty();
  }

  private static Optional<Problem> key(Submission submission) {
    var key = submission.idempotencyKey();
    if (key == null || (!key.isBlank() && key.length() <= MOST_KEY_CHARS)) return Optional.empty();
    return bad(
        "The Idempotency-Key is empty or too long.",
        "Send 1 to %d characters, e.g. a UUID.".formatted(MOST_KEY_CHARS));
  }

  private static Optional<Problem> unknownFields(Submission submission, InputSpec spec) {
    var known = spec.fields().stream().map(InputSpec.Field::name).toList();
    var unknown = new TreeSet<>(submission.fields().keySet());
    unknown.removeAll(known);
    if (unknown.isEmpty()) return Optional.empty();
    return bad(
        "%s takes no field \"%s\".".formatted(submission.workflow(), shown(unknown.first())),
        known.isEmpty() ? "Leave it out." : "Its fields are: " + String.join(", ", known) + ".");
  }

  /// Which lane a job takes follows from its steps; none can be taken out of the gate, and none
  /// that proposes nothing has one.
  private static Optional<Problem> lane(Submission submission, Workflow workflow) {
    var wanted = submission.lane();
    var own = workflow.lane();
    if (wanted == null || wanted == own.lane()) return Optional.empty();
    var detail =
        "%s runs in the lane %s. %s"
            .formatted(workflow.name(), own.lane().wireName(), own.reason());
    return Optional.of(
        new Problem(
            LANE_NOT_OFFERED,
            detail,
            wanted.compareTo(own.lane()) < 0
                ? "A lane can be raised, never lowered: leave lane out."
                : "It has nothing that %s would add: leave lane out, and do not ask to wait."
                    .formatted(wanted.wireName())));
  }

  private static Optional<Problem> unknownRoles(
      Submission submission, List<Source> files, InputSpec spec) {
    var known = spec.files().stream().map(InputSpec.Files::role).toList();
    return files.stream()
        .map(Source::role)
        .filter(role -> !known.contains(role))
        .findFirst()
        .flatMap(role ->
            bad(
                "%s takes no file as \"%s\".".formatted(submission.workflow(), shown(role)),
                known.isEmpty()
                    ? "Send no files."
                    : "Files come as: " + String.join(", ", known) + "."));
  }

  private static Optional<Problem> field(Submission submission, InputSpec.Field field) {
    var value = submission.fields().getOrDefault(field.name(), "");
    if (value.isBlank())
      return field.required()
              || (field.kind() == InputSpec.Field.Kind.EMAIL && noAddress(submission))
          ? bad("The field %s is missing.".formatted(field.name()), field.help())
          : Optional.empty();
    if (value.length() > field.maxChars())
      return bad(
          "The field %s has %d characters.".formatted(field.name(), value.length()),
          "Send at most %d.".formatted(field.maxChars()));
    return switch (field.kind()) {
      case EMAIL ->
          isAddress(value)
              ? Optional.empty()
              : bad(
                  "The field %s is not one e-mail address.".formatted(field.name()),
                  "Send one plain address, such as client@example.com.");
      case TEXT ->
          CONTROL_BUT_LINES.matcher(value).find()
              ? bad("The field %s has control characters.".formatted(field.name()), "Send text.")
              : Optional.empty();
    };
  }

  /// A machine has a name, not an address that could stand in for one that is left out.
  private static boolean noAddress(Submission submission) {
    return submission.owner().indexOf('@') < 0;
  }

  private static boolean isAddress(String value) {
    return value.length() <= MOST_ADDRESS_CHARS && ADDRESS.matcher(value).matches();
  }

  private static Optional<Problem> count(List<Source> all, InputSpec.Files files) {
    var sent = all.stream().filter(f -> f.role().equals(files.role())).count();
    if (sent < files.min())
      return bad(
          sent == 0
              ? "No file was sent as \"%s\".".formatted(files.role())
              : "Only %d file was sent as \"%s\".".formatted(sent, files.role()),
          "Send %d to %d. %s".formatted(files.min(), files.max(), files.help()));
    return sent > files.max()
        ? bad(
            "%d files were sent as \"%s\".".formatted(sent, files.role()),
            "Send at most %d, or split the job.".formatted(files.max()))
        : Optional.empty();
  }

  private Optional<Problem> file(Source file) {
    if (file.size() > limits.fileBytes())
      return Optional.of(
          new Problem(
              TOO_LARGE,
              "\"%s\" has %,d bytes.".formatted(shown(file.name()), file.size()),
              "Send files of at most %,d bytes each.".formatted(limits.fileBytes())));
    return Optional.empty();
  }

  private Optional<Problem> total(List<Source> files) {
    long bytes = files.stream().mapToLong(Source::size).sum();
    if (bytes <= limits.jobBytes()) return Optional.empty();
    return Optional.of(
        new Problem(
            TOO_LARGE,
            "The files have %,d bytes together.".formatted(bytes),
            "Send at most %,d bytes a job.".formatted(limits.jobBytes())));
  }

  private static Optional<Problem> bad(String detail, String remedy) {
    return Optional.of(new Problem(BAD_INPUT, detail, remedy));
  }

  /// What somebody typed, fit for a message.
  static String shown(String text) {
    var line = text.replaceAll("[\\p{Cntrl}\"]", "_");
    return line.length() > 80 ? line.substring(0, 80) + "..." : line;
  }
}
