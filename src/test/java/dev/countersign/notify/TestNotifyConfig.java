package dev.countersign.notify;

import dev.countersign.effect.TestWeb;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings of notifications for tests.
///
/// @param slackToken empty for none, and so with the other texts
public record TestNotifyConfig(
    List<String> submitter,
    Details details,
    String slackToken,
    String slackWebhook,
    String slackApi,
    String url,
    Map<String, List<String>> members)
    implements NotifyConfig {
  /// Only reviewers are told.
  public static final TestNotifyConfig NONE =
      new TestNotifyConfig(List.of("none"), Details.SUMMARY, "", "", "", "", Map.of());

  /// Submitters are told of everything.
  public static final TestNotifyConfig MAIL =
      new TestNotifyConfig(
          List.of("needs_review", "decided", "completed", "failed", "canceled"),
          Details.SUMMARY,
          "",
          "",
          "",
          "",
          Map.of());

  public TestNotifyConfig slackBot(URI api) {
    return new TestNotifyConfig(
        submitter, details, "xoxb-test", slackWebhook, api.toString(), url, members);
  }

  public TestNotifyConfig slackWebhook(URI address) {
    return new TestNotifyConfig(
        submitter, details, slackToken, address.toString(), slackApi, url, members);
  }

  public TestNotifyConfig webhook(URI address) {
    return new TestNotifyConfig(
        submitter, details, slackToken, slackWebhook, slackApi, address.toString(), members);
  }

  public TestNotifyConfig without(Details less) {
    return new TestNotifyConfig(submitter, less, slackToken, slackWebhook, slackApi, url, members);
  }

  public TestNotifyConfig holding(String role, List<String> people) {
    return new TestNotifyConfig(
        submitter, details, slackToken, slackWebhook, slackApi, url, Map.of(role, people));
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("UTC");
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Slack slack() {
    return new Slack() {
      @Override
      public Optional<String> token() {
        return given(slackToken);
      }

      @Override
      public Optional<String> channel() {
        return Optional.of("C0123456789");
      }

      @Override
      public Optional<String> webhook() {
        return given(slackWebhook);
      }

      @Override
      public URI api() {
        return URI.create(slackApi);
      }
    };
  }

  @Override
  public Webhook webhook() {
    return new Webhook() {
      @Override
      public Optional<String> url() {
        return given(url);
      }

      @Override
      public Optional<String> secret() {
        return Optional.of(TestWeb.SECRET);
      }
    };
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
