package dev.countersign.notify;

import dev.countersign.job.Occasion;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Who is told of what, and by which channels.
@ConfigMapping(prefix = "countersign.notify")
public interface NotifyConfig {
  /// Of what submitters get mail: `needs_review`, `decided`, `completed`, `failed`, `canceled`; or
  /// `none`.
  @WithDefault("needs_review,decided,completed,failed,canceled")
  List<String> submitter();

  /// How much notifications say of a job: `summary` (what would be done, to whom, amounts, risk),
  /// or `none` (that there is something, and until when).
  @WithDefault("summary")
  Details details();

  /// The time zone of times in notifications, e.g. `Europe/Berlin`.
  @WithDefault("UTC")
  ZoneId zone();

  /// How long a call of Slack or of the webhook may take.
  @WithDefault("5s")
  Duration timeout();

  Slack slack();

  Webhook webhook();

  /// See `details`.
  enum Details {
    SUMMARY,
    NONE
  }

  /// Slack, by a bot's token and a channel, or by an incoming webhook.
  interface Slack {
    /// A bot's token (`xoxb-...`) with the scope `chat:write`.
    Optional<String> token();

    /// The channel's id, e.g. `C0123456789`; the bot must be a member.
    Optional<String> channel();

    /// The address of an incoming webhook, in place of token and channel.
    Optional<String> webhook();

    /// Where Slack's Web API is.
    @WithDefault("https://slack.com/api")
    URI api();
  }

  /// A receiver of events, signed as Standard Webhooks says.
  interface Webhook {
    /// Its address.
    Optional<String> url();

    /// `whsec_...`; several, separated by spaces, while one replaces another.
    Optional<String> secret();
  }

  /// Whether submitters get mail of it.
  default boolean mails(Occasion occasion) {
    return submitter().contains(occasion.decided() ? "decided" : occasion.wireName());
  }
}
