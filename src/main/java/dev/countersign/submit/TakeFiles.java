package dev.countersign.submit;

import static dev.countersign.submit.CheckSubmission.shown;
import static dev.countersign.submit.Problem.Kind.DUPLICATE_NAME;
import static dev.countersign.submit.Problem.Kind.NOT_UPLOADED;
import static dev.countersign.submit.Problem.Kind.TOO_MANY;
import static dev.countersign.submit.Problem.Kind.UNKNOWN_UPLOAD;
import static dev.countersign.submit.Problem.Kind.UPLOAD_DIFFERS;
import static dev.countersign.submit.Problem.Kind.UPLOAD_EXPIRED;

import dev.countersign.job.JobId;
import dev.countersign.store.Ids;
import dev.countersign.store.Intake;
import dev.countersign.store.S3Objects;
import dev.countersign.store.Sha256;
import dev.countersign.store.SourceFiles;
import dev.countersign.store.Upload;
import dev.countersign.store.Uploads;
import dev.countersign.submit.Submission.UploadedFile;
import dev.countersign.workflow.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Brings a submission's documents under their job: those that came with the request, and those
/// that were uploaded before, which are compared with what was declared of them.
@ApplicationScoped
class TakeFiles {
  private static final Logger LOG = Logger.getLogger(TakeFiles.class);
  private static final int MOST_UPLOADS = 100;
  private final Uploads uploads;
  private final SourceFiles files;
  private final Intake intake;
  private final Ids ids;

  TakeFiles(Uploads uploads, SourceFiles files, Intake intake, Ids ids) {
    this.uploads = uploads;
    this.files = files;
    this.intake = intake;
    this.ids = ids;
  }

  /// A submission's documents, or why there are none.
  sealed interface Found {
    record Documents(List<Handed> all) implements Found {}

    record Refused(Problem problem) implements Found {}
  }

  /// What is said of the documents; none of the uploads is looked at yet.
  Found find(Submission submission) {
    var wanted = submission.uploads();
    if (wanted.size() > MOST_UPLOADS)
      return refused(TOO_MANY, wanted.size() + " uploads are named.", "Name each one once.");
    var known = uploads.find(wanted);
    for (var id : wanted) {
      var upload = known.get(id);
      if (upload == null || !upload.owner().equals(submission.owner())) return unknown(id);
    }
    var handed =
        Stream.concat(
                submission.files().stream().map(this::sent),
                wanted.stream().map(known::get).map(this::uploaded))
            .toList();
    return wanted.isEmpty() ? new Found.Documents(handed) : withoutDoubles(handed);
  }

  /// The first upload that came too long ago.
  Optional<Problem> expired(List<Handed> documents, Instant now) {
    return documents.stream()
        .filter(Handed.Uploaded.class::isInstance)
        .map(document -> ((Handed.Uploaded) document).upload())
        .filter(upload -> !now.isBefore(upload.until()))
        .findFirst()
        .map(upload ->
            new Problem(
                UPLOAD_EXPIRED,
                "The upload of \"%s\" could be submitted until %s."
                    .formatted(upload.name(), upload.until()),
                "Announce and upload it again: POST /uploads."));
  }

  /// Stores them all under the job's prefix, side by side; when one cannot be, none is.
  Optional<Problem> store(JobId job, List<Handed> documents, Instant now) {
    if (documents.isEmpty()) return Optional.empty();
    intake.begin(job, documents.stream().map(Handed::source).toList(), now);
    var problem = sideBySide(job, documents);
    if (problem.isPresent()) drop(job);
    return problem;
  }

  /// Undoes `store`. What cannot be deleted now is left to the sweeper.
  void drop(JobId job) {
    try {
      intake.drop(job);
    } catch (RuntimeException e) {
      LOG.warnf(e, "Files of %s, which was never created, are left to the sweeper.", job);
    }
  }

  private Optional<Problem> sideBySide(JobId job, List<Handed> documents) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = documents.stream().map(document -> begin(threads, job, document)).toList();
      return all.stream().map(CompletableFuture::join).flatMap(Optional::stream).findFirst();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  private CompletableFuture<Optional<Problem>> begin(Executor threads, JobId job, Handed document) {
    return CompletableFuture.supplyAsync(() -> store(job, document), threads);
  }

  private Optional<Problem> store(JobId job, Handed document) {
    return switch (document) {
      case Handed.Sent(var source, var file) -> {
        files.put(job, source, file);
        yield Optional.empty();
      }
      case Handed.Uploaded(var source, var upload) -> take(job, source, upload);
    };
  }

  private Optional<Problem> take(JobId job, Source source, Upload upload) {
    return switch (uploads.standing(upload)) {
      case Uploads.Standing.There(var arrived) -> copied(job, source, upload, arrived);
      case Uploads.Standing.NotThere _ -> Optional.of(notThere(upload));
      case Uploads.Standing.Differs(var how) ->
          Optional.of(
              new Problem(
                  UPLOAD_DIFFERS,
                  "What was uploaded as \"%s\" %s.".formatted(upload.name(), how),
                  "Announce the file as it is and upload it again: POST /uploads."));
    };
  }

  private Optional<Problem> copied(
      JobId job, Source source, Upload upload, Uploads.Arrived arrived) {
    try {
      files.take(job, source, arrived);
      return Optional.empty();
    } catch (S3Objects.Altered _) {
      return Optional.of(notThere(upload));
    }
  }

  private static Problem notThere(Upload upload) {
    return new Problem(
        NOT_UPLOADED,
        "\"%s\" was announced, but is not uploaded.".formatted(upload.name()),
        "PUT it to the address that POST /uploads gave, with the headers given there; then submit.");
  }

  private Handed sent(UploadedFile file) {
    try {
      return new Handed.Sent(
          new Source(
              ids.source(),
              file.role(),
              FileName.safe(file.name()),
              file.declaredType(),
              file.size(),
              Sha256.hex(file.file())),
          file.file());
    } catch (IOException e) {
      throw new UncheckedIOException("reading an uploaded file", e);
    }
  }

  private Handed uploaded(Upload upload) {
    var source =
        new Source(
            ids.source(),
            upload.role(),
            upload.name(),
            upload.mediaType(),
            upload.size(),
            upload.sha256());
    return new Handed.Uploaded(source, upload);
  }

  private static Found withoutDoubles(List<Handed> documents) {
    var seen = new HashSet<String>();
    for (var document : documents)
      if (!seen.add(document.source().name().toLowerCase(Locale.ROOT)))
        return refused(
            DUPLICATE_NAME,
            "Two of the job's files are named \"%s\".".formatted(document.source().name()),
            "Give each its own name, and name each upload once.");
    return new Found.Documents(documents);
  }

  private static Found unknown(String id) {
    return refused(
        UNKNOWN_UPLOAD,
        "There is no upload \"%s\" of yours.".formatted(shown(id)),
        "Use the ids that POST /uploads gave you, as the same user.");
  }

  private static Found refused(Problem.Kind kind, String detail, String remedy) {
    return new Found.Refused(new Problem(kind, detail, remedy));
  }
}
