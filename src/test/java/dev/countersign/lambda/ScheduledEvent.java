package dev.countersign.lambda;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// What EventBridge sends when a rule's time has come:
/// <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html>.
final class ScheduledEvent {
  private ScheduledEvent() {}

  static String now(InstantSource clock) {
    return """
    {"version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event",
     "source": "aws.events", "account": "000000000000", "time": "%s", "region": "us-east-1",
     "resources": ["arn:aws:events:us-east-1:000000000000:rule/tick"], "detail": {}}
    """
        .formatted(clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }
}
