package dev.countersign.notify;

import dev.countersign.effect.Attempt;
import dev.countersign.job.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells submitters by mail. Not what they have seen already in the answer to their request, nor
/// what something else has followed upon by then.
@ApplicationScoped
class SubmitterMail implements Channel {
  private final Post post;
  private final NotifyConfig config;
  private final SubmitterLetter letters;

  SubmitterMail(
      Post post,
      NotifyConfig config,
      @ConfigProperty(name = "countersign.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl) {
    this.post = post;
    this.config = config;
    this.letters = new SubmitterLetter(config, publicUrl);
  }

  @Override
  public String name() {
    return "submitter-mail";
  }

  @Override
  public boolean on() {
    return !config.submitter().contains("none");
  }

  @Override
  public Told tell(Facts facts) {
    var notice = facts.notice();
    var owner = facts.job().owner();
    if (!config.mails(notice.kind())) return new Told.Skipped("Submitters are not told of this.");
    if (notice.answered()) return new Told.Skipped("It was in the answer to the request.");
    if (!owner.contains("@")) return new Told.Skipped("The submitter has no address.");
    if (notice.kind() == Occasion.REDRAFTED) return new Told.Skipped("The next draft is told of.");
    if (facts.overtaken()) return new Told.Skipped("Something else has followed.");
    var id = MessageIds.of(facts.job().id(), notice.revision(), owner, "s" + notice.seq());
    var root = MessageIds.thread(facts.job().id(), owner);
    var envelope = new Post.Envelope(owner, id, List.of(root), notice.at());
    return told(post.send(letters.of(facts), envelope));
  }

  private static Told told(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Done(var reference) -> new Told.Done(reference);
      case Attempt.NotDone _ -> new Told.NotNow("The mail relay did not take it.");
      case Attempt.Unknown _ -> new Told.NotNow("The mail relay did not say whether it took it.");
      case Attempt.Impossible _ -> new Told.Never("The mail relay refuses it for good.");
    };
  }
}
