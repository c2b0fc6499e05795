package dev.countersign.effect;

import dev.countersign.store.Priming;
import dev.countersign.workflow.Artifact;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/// Renders a mail with all its parts, for nobody.
@Singleton
class PrimeMail implements Priming {
  private final RenderEmail render;

  PrimeMail(RenderEmail render) {
    this.render = render;
  }

  @Override
  public void prime() {
    var file = new Artifact("nothing.txt", "text/plain", new byte[] {'x'});
    render.action(
        new Email(
            "nobody@localhost.example",
            "Nothing",
            "Nothing",
            "<p>Nothing</p>",
            List.of(file),
            new Email.Stamp("nothing", Instant.EPOCH)));
  }
}
