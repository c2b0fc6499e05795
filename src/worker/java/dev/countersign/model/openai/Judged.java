package dev.countersign.model.openai;

import dev.countersign.model.Finish;
import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.Reply;

/// Whether a reply can be used: half an answer is none.
final class Judged {
  private Judged() {}

  static ModelAnswer of(Reply reply) {
    if (reply.finish() == Finish.LENGTH) return new ProviderFault.Truncated(reply);
    if (reply.finish() == Finish.FILTER) return new ProviderFault.Filtered(reply);
    if (reply.text().isBlank() && reply.toolCalls().isEmpty())
      return new ProviderFault.Empty(reply);
    return reply;
  }
}
