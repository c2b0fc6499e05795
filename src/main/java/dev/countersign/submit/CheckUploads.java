package dev.countersign.submit;

import static dev.countersign.submit.CheckSubmission.shown;
import static dev.countersign.submit.Problem.Kind.BAD_INPUT;
import static dev.countersign.submit.Problem.Kind.DUPLICATE_NAME;
import static dev.countersign.submit.Problem.Kind.TOO_LARGE;
import static dev.countersign.submit.Problem.Kind.TOO_MANY;
import static dev.countersign.submit.Problem.Kind.TYPE_NOT_TAKEN;

import dev.countersign.submit.DeclareUploads.Wish;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for what is wrong with files that are announced, before they are anywhere.
final class CheckUploads {
  private static final int MOST_NAME_CHARS = 255;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  /// RFC 6838, section 4.2, without parameters.
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,62}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,62}");

  private final SubmitLimits limits;
  private final UploadLimits uploads;
  private final List<InputSpec.Files> known;

  CheckUploads(SubmitLimits limits, UploadLimits uploads, Catalog catalog) {
    this.limits = limits;
    this.uploads = uploads;
    this.known =
        catalog.newest().stream().flatMap(workflow -> workflow.inputs().files().stream()).toList();
  }

  /// The first thing that is wrong; empty when nothing is.
  Optional<Problem> problem(List<Wish> wishes) {
    if (wishes.isEmpty())
      return no(BAD_INPUT, "No files are named.", "Name at least one under files.");
    if (wishes.size() > uploads.mostFiles())
      return no(
          TOO_MANY,
          "%d files are named.".formatted(wishes.size()),
          "Announce at most %d in one request.".formatted(uploads.mostFiles()));
    return wishes.stream()
        .map(this::problem)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> twice(wishes))
        .or(() -> together(wishes));
  }

  private Optional<Problem> problem(Wish wish) {
    return Stream.of(name(wish), role(wish), type(wish), size(wish), hash(wish))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Problem> name(Wish wish) {
    return wish.name().isBlank() || wish.name().length() > MOST_NAME_CHARS
        ? no(
            BAD_INPUT,
            "A file has no name, or one of %d characters.".formatted(wish.name().length()),
            "Name each file in 1 to %d characters.".formatted(MOST_NAME_CHARS))
        : Optional.empty();
  }

  private Optional<Problem> role(Wish wish) {
    var roles = new TreeSet<>(known.stream().map(InputSpec.Files::role).toList());
    return roles.contains(wish.role())
        ? Optional.empty()
        : no(
            BAD_INPUT,
            "No workflow takes a file as \"%s\".".formatted(shown(wish.role())),
            "Name the role of \"%s\": one of %s."
                .formatted(shown(wish.name()), String.join(", ", roles)));
  }

  private Optional<Problem> type(Wish wish) {
    var endings = new TreeSet<String>();
    known.stream()
        .filter(files -> files.role().equals(wish.role()))
        .forEach(files -> endings.addAll(files.accepts()));
    var name = wish.name().toLowerCase(Locale.ROOT);
    if (!endings.isEmpty() && endings.stream().noneMatch(name::endsWith))
      return no(
          TYPE_NOT_TAKEN,
          "\"%s\" is of a type that is not taken as %s.".formatted(shown(wish.name()), wish.role()),
          "Send one of: " + String.join(", ", endings) + ".");
    return MEDIA_TYPE.matcher(wish.mediaType()).matches()
        ? Optional.empty()
        : no(
            TYPE_NOT_TAKEN,
            "The media type of \"%s\" is not one.".formatted(shown(wish.name())),
            "Write it plainly, such as application/pdf, or application/octet-stream.");
  }

  private Optional<Problem> size(Wish wish) {
    if (wish.size() < 1)
      return no(
          BAD_INPUT, "\"%s\" is empty.".formatted(shown(wish.name())), "Leave it out, or fill it.");
    return wish.size() > limits.fileBytes()
        ? no(
            TOO_LARGE,
            "\"%s\" has %,d bytes.".formatted(shown(wish.name()), wish.size()),
            "Send files of at most %,d bytes each.".formatted(limits.fileBytes()))
        : Optional.empty();
  }

  private static Optional<Problem> hash(Wish wish) {
    return SHA256.matcher(wish.sha256()).matches()
        ? Optional.empty()
        : no(
            BAD_INPUT,
            "The sha256 of \"%s\" is not one.".formatted(shown(wish.name())),
            "Write the file's SHA-256 as 64 hex digits, as sha256sum prints it.");
  }

  private static Optional<Problem> twice(List<Wish> wishes) {
    var seen = new HashSet<String>();
    return wishes.stream()
        .map(wish -> FileName.safe(wish.name()))
        .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .flatMap(name ->
            no(
                DUPLICATE_NAME,
                "Two files are named \"%s\".".formatted(shown(name)),
                "Give each its own name: a reviewer tells them apart by it."));
  }

  private Optional<Problem> together(List<Wish> wishes) {
    long bytes = wishes.stream().mapToLong(Wish::size).sum();
    return bytes > limits.jobBytes()
        ? no(
            TOO_LARGE,
            "The files have %,d bytes together.".formatted(bytes),
            "Send at most %,d bytes a job.".formatted(limits.jobBytes()))
        : Optional.empty();
  }

  private static Optional<Problem> no(Problem.Kind kind, String detail, String remedy) {
    return Optional.of(new Problem(kind, detail, remedy));
  }
}
