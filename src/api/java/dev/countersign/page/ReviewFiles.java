package dev.countersign.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.http.Approval;
import dev.countersign.store.Artifacts;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.S3Objects;
import dev.countersign.store.StoredArtifact;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files that belong to a request for a decision: its packet, its payloads, its draft's files.
@ApplicationScoped
class ReviewFiles {
  private static final Duration LINK_LIVES = Duration.ofMinutes(5);

  private static final long MOST_TEXT = 20_000;

  private final Artifacts artifacts;
  private final S3Objects objects;
  private final ObjectMapper json;

  ReviewFiles(Artifacts artifacts, S3Objects objects, ObjectMapper json) {
    this.artifacts = artifacts;
    this.objects = objects;
    this.json = json;
  }

  /// A file of the draft that is decided on, never of an older or newer one.
  Optional<StoredArtifact> file(Approval approval, String name) {
    return artifacts.upTo(approval.job().id(), approval.gate().revision()).stream()
        .filter(a -> a.name().equals(name))
        .findFirst();
  }

  Optional<StoredArtifact> packet(Approval approval) {
    return file(approval, approval.proposal().packet());
  }

  /// What the packet's companion, the file of the same name that ends in `.json`, tells.
  Evidence evidence(Approval approval) {
    var packet = approval.proposal().packet();
    int dot = packet.lastIndexOf('.');
    return file(approval, (dot < 0 ? packet : packet.substring(0, dot)) + ".json")
        .flatMap(this::bytes)
        .map(bytes -> Evidence.read(bytes, json))
        .orElse(Evidence.NONE);
  }

  /// Empty when they are not what was stored.
  Optional<byte[]> bytes(StoredArtifact artifact) {
    try {
      return Optional.of(artifacts.bytes(artifact));
    } catch (S3Objects.Altered _) {
      return Optional.empty();
    }
  }

  /// Empty when they are not what was proposed.
  Optional<byte[]> payload(ProposedAction action) {
    try {
      return Optional.of(objects.read(action.key(), action.sha256()));
    } catch (S3Objects.Altered _) {
      return Optional.empty();
    }
  }

  /// The e-mails that a person may word anew.
  List<Wording> wordings(Approval approval) {
    var actions = approval.proposal().actions();
    return IntStream.range(0, actions.size())
        .mapToObj(i -> mail(actions.get(i)).map(mail -> Wording.of(i, mail)))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The e-mail that would go out; empty for any other action.
  Optional<MailPreview> mail(ProposedAction action) {
    return action.mediaType().equals("message/rfc822")
        ? payload(action).flatMap(MailPreview::of)
        : Optional.empty();
  }

  /// What is stored under the names of what was proposed and is not that.
  List<String> altered(Approval approval) {
    var payloads =
        approval.proposal().actions().stream()
            .filter(action -> payload(action).isEmpty())
            .map(a ->
                "The %s to %s, of SHA-256 %s when it was proposed."
                    .formatted(Words.effect(a.kind()), a.target(), Words.start(a.sha256())));
    var packet =
        packet(approval).stream()
            .filter(file -> bytes(file).isEmpty())
            .map(f ->
                "The file %s, of SHA-256 %s when it was shown."
                    .formatted(f.name(), Words.start(f.sha256())));
    return Stream.concat(payloads, packet).toList();
  }

  /// How a record would be changed; empty for any other action.
  Optional<ChangePreview> change(ProposedAction action) {
    return action.mediaType().equals(ChangePreview.MEDIA_TYPE)
        ? payload(action).flatMap(bytes -> ChangePreview.of(bytes, json))
        : Optional.empty();
  }

  /// The body of a webhook, when it is short enough to be read on the page.
  Optional<String> text(ProposedAction action) {
    boolean readable =
        action.mediaType().startsWith("application/json")
            || action.mediaType().startsWith("text/plain");
    return readable && action.bytes() <= MOST_TEXT
        ? payload(action).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  URI download(ProposedAction action, String name) {
    return objects.presignGet(action.key(), name, action.mediaType(), LINK_LIVES);
  }

  URI download(StoredArtifact artifact) {
    return artifacts.link(artifact, LINK_LIVES);
  }
}
