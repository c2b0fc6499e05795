package dev.countersign.effect;

import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/// Hands a rendered message to Amazon SES as raw MIME. What SES changes on the way (it puts its own
/// Message-ID and Date) is in decision 0010.
final class SesRelay implements MailRelay {
  private final MailConfig config;
  private final Supplier<SesV2Client> ses;

  SesRelay(MailConfig config, Supplier<SesV2Client> ses) {
    this.config = config;
    this.ses = ses;
  }

  /// Without the SDK's own retries: a try whose answer was lost may have sent the mail.
  static SesV2ClientBuilder once(SesV2ClientBuilder builder) {
    return builder.overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }

  @Override
  public Attempt send(String recipient, byte[] message) {
    var to = RenderEmail.address(recipient);
    try {
      var taken =
          ses.get()
              .sendEmail(send ->
                  send.fromEmailAddress(config.from())
                      .destination(destination -> destination.toAddresses(to))
                      .content(content ->
                          content.raw(raw -> raw.data(SdkBytes.fromByteArray(message)))));
      return new Attempt.Done(taken.messageId());
    } catch (SdkException e) {
      return SesFailure.of(e);
    }
  }
}
