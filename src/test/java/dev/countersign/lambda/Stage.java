package dev.countersign.lambda;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.countersign.model.openai.RuleReader;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.signin.OidcIssuerResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The deployed template with people and a models' provider around it.
///
/// @param people by address
record Stage(
    Cloud cloud, Map<String, Visitor> people, OidcIssuerResource issuer, ScriptedOpenAi models)
    implements AutoCloseable {
  static final String SUBMITTER = "sue@example.com";
  static final String REVIEWER = "reviewer@example.com";
  static final String OPERATOR = "olga@example.com";
  static final String STRANGER = "sam@example.com";

  static Stage set() throws IOException {
    var issuer = new OidcIssuerResource();
    var settings = issuer.start();
    var address = given(settings, "countersign.oidc.issuer");
    var client = given(settings, "countersign.oidc.client-id");
    var roles = given(settings, "countersign.oidc.roles-claim");
    var models = ScriptedOpenAi.playing(new RuleReader());
    var cloud =
        new Cloud(
            Path.of("template.yaml"),
            Map.of(
                "OidcIssuer",
                address,
                "OidcClientId",
                client,
                "OidcClientSecret",
                given(settings, "countersign.oidc.client-secret"),
                "OidcRolesClaim",
                roles,
                "BidComparisonReviewers",
                REVIEWER,
                "KnownRecipients",
                "@example.com",
                "ModelKeySecret",
                Backend.MODEL_KEY,
                "ModelBaseUrl",
                models.baseUrl().toString()));
    var people =
        Map.of(
            SUBMITTER, "submitter",
            STRANGER, "submitter",
            REVIEWER, "reviewer",
            OPERATOR, "operator");
    var visitors =
        people.entrySet().stream()
            .collect(
                toUnmodifiableMap(
                    Map.Entry::getKey,
                    person ->
                        Visitor.signedIn(
                            cloud.api(),
                            address,
                            Map.of(
                                "signed",
                                "RIGHTLY",
                                "aud",
                                client,
                                "email",
                                person.getKey(),
                                "email_verified",
                                true,
                                roles,
                                List.of(person.getValue())))));
    return new Stage(cloud, visitors, issuer, models);
  }

  Visitor submitter() {
    return person(SUBMITTER);
  }

  Visitor reviewer() {
    return person(REVIEWER);
  }

  Visitor operator() {
    return person(OPERATOR);
  }

  /// Another submitter.
  Visitor stranger() {
    return person(STRANGER);
  }

  Visitor nobody() {
    return Visitor.nobody(cloud.api());
  }

  @Override
  public void close() {
    cloud.close();
    issuer.stop();
    models.close();
  }

  private Visitor person(String address) {
    var visitor = people.get(address);
    if (visitor == null) throw new IllegalArgumentException("nobody is " + address);
    return visitor;
  }

  private static String given(Map<String, String> settings, String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }
}
