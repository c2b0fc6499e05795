package dev.countersign.effect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// What a call of SES that did not succeed means. An error that SES names is its word that it did
/// not take the message; silence after the request went out is not, nor is an error of somebody in
/// between.
final class SesFailure {
  /// Passing troubles of the account or of the request's signature, beside throttling.
  private static final Set<String> PASSING =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "RequestExpired",
          "InvalidSignatureException",
          "ConcurrentModificationException");

  private SesFailure() {}

  static Attempt of(SdkException e) {
    return switch (e) {
      case AwsServiceException answered -> answered(answered);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> silence();
      case AbortedException _ -> silence();
      default -> unanswered(e);
    };
  }

  private static Attempt answered(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    var kind = details == null ? null : details.errorCode();
    if (kind == null || kind.isEmpty()) {
      return e.statusCode() >= 500
          ? new Attempt.Unknown(
              "SES did not answer; what is before it said " + e.statusCode() + ".")
          : new Attempt.Impossible("SES answered %d.".formatted(e.statusCode()));
    }
    var said = "SES answered %s (%d).".formatted(kind, e.statusCode());
    boolean passing = e.statusCode() >= 500 || e.isThrottlingException() || PASSING.contains(kind);
    return passing ? new Attempt.NotDone(said) : new Attempt.Impossible(said);
  }

  private static Attempt unanswered(SdkException e) {
    return causes(e).anyMatch(SesFailure::mayHaveArrived)
        ? silence()
        : new Attempt.NotDone(
            "SES could not be reached (%s).".formatted(e.getClass().getSimpleName()));
  }

  private static Attempt silence() {
    return new Attempt.Unknown("SES was handed the message and did not answer.");
  }

  private static boolean mayHaveArrived(Throwable cause) {
    return switch (cause) {
      case ConnectException _, UnknownHostException _, NoRouteToHostException _ -> false;
      case SSLHandshakeException _ -> false;
      case IOException io -> !"Connect timed out".equalsIgnoreCase(io.getMessage());
      default -> false;
    };
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
  }
}
