package dev.countersign.effect;

import dev.countersign.store.AwsClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/// Which relay mail goes out by.
@ApplicationScoped
class ChooseRelay {
  @Produces
  @Singleton
  MailRelay relay(MailConfig config, AwsClients clients) {
    return switch (config.by()) {
      case SMTP -> new SmtpRelay(config);
      case SES ->
          new SesRelay(
              config, clients.lazy(() -> SesRelay.once(SesV2Client.builder()), "ses", "sesv2"));
    };
  }
}
