package dev.countersign.http;

import static java.util.Objects.requireNonNull;

import dev.countersign.signin.WaysIn;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.jwt.consumer.InvalidJwtException;

/// Answers to who is not signed in, or may not: programs get a problem and never a redirect, people
/// are sent to sign in.
class SignInMappers {
  private static final Logger LOG = Logger.getLogger(SignInMappers.class);
  private final ProblemAnswers answers;
  private final WaysIn ways;
  private final OidcAuthenticationMechanism issuer;
  private final SecurityIdentity identity;

  SignInMappers(
      ProblemAnswers answers,
      WaysIn ways,
      OidcAuthenticationMechanism issuer,
      SecurityIdentity identity) {
    this.answers = answers;
    this.ways = ways;
    this.issuer = issuer;
    this.identity = identity;
  }

  @ServerExceptionMapper(priority = 1)
  Uni<Response> notSignedIn(UnauthorizedException e, RoutingContext request, HttpHeaders headers) {
    return signInFirst(request, headers);
  }

  @ServerExceptionMapper(priority = 1)
  Uni<Response> wrongSignIn(
      AuthenticationFailedException e, RoutingContext request, HttpHeaders headers) {
    LOG.infof("A sign-in is refused: %s", reason(e));
    return signInFirst(request, headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response notCompleted(AuthenticationCompletionException e, HttpHeaders headers) {
    LOG.infof("A sign-in did not complete: %s", reason(e));
    return answer(SignInProblems.NOT_COMPLETED, headers).build();
  }

  @ServerExceptionMapper(priority = 1)
  Response issuerSilent(OIDCException e, HttpHeaders headers) {
    LOG.warnf("The OIDC issuer cannot be used: %s", e.getMessage());
    return answer(SignInProblems.ISSUER_SILENT, headers)
        .header(HttpHeaders.RETRY_AFTER, 30)
        .build();
  }

  @ServerExceptionMapper(priority = 1)
  Response forbidden(ForbiddenException e, ResourceInfo resource, HttpHeaders headers) {
    return answer(SignInProblems.notAllowed(identity, needed(resource)), headers).build();
  }

  private Uni<Response> signInFirst(RoutingContext request, HttpHeaders headers) {
    if (!ways.byIssuer()) return passwordNeeded(request, headers);
    if (!WaysIn.isPage(request.normalizedPath()))
      return Uni.createFrom().item(bearerNeeded(request, headers));
    return safe(request.request().method())
        ? issuer
            .getChallenge(request)
            .map(challenge -> toIssuer(challenge, headers))
            .onFailure(OIDCException.class)
            .recoverWithItem(e -> issuerSilent(e, headers))
        : Uni.createFrom().item(answer(SignInProblems.SIGNED_OUT, headers).build());
  }

  /// RFC 6750, section 3: what was wrong is said only when a token came.
  private Response bearerNeeded(RoutingContext request, HttpHeaders headers) {
    var sent = request.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
    var challenge = "Bearer realm=\"countersign\"" + (sent ? ", error=\"invalid_token\"" : "");
    return answer(SignInProblems.noToken(), headers)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }

  private static boolean safe(HttpMethod method) {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  /// The redirect with which the code flow begins; none when the issuer has just sent them back.
  private Response toIssuer(ChallengeData challenge, HttpHeaders headers) {
    return with(
        challenge,
        challenge.status == Response.Status.FOUND.getStatusCode()
            ? Response.status(Response.Status.FOUND)
            : answer(SignInProblems.NOT_COMPLETED, headers));
  }

  /// With no issuer: the question for a password, where passwords are known at all.
  private Uni<Response> passwordNeeded(RoutingContext request, HttpHeaders headers) {
    HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
    return requireNonNull(authenticator, "Quarkus puts it into every request")
        .getChallenge(request)
        .map(challenge ->
            challenge == null
                ? bearerNeeded(request, headers)
                : with(challenge, answer(StatusProblems.of(401), headers)));
  }

  private static Response with(ChallengeData challenge, Response.ResponseBuilder answer) {
    challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
    return answer.build();
  }

  /// Kinds and codes only: messages of these hold whole tokens.
  private static String reason(Throwable e) {
    var cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof InvalidJwtException invalid
        ? "the token, for "
            + invalid.getErrorDetails().stream().map(d -> "code " + d.getErrorCode()).toList()
        : cause.getClass().getSimpleName();
  }

  private static List<String> needed(ResourceInfo resource) {
    var onMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
    var allowed =
        onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(RolesAllowed.class);
    return allowed == null ? List.of() : List.of(allowed.value());
  }

  private Response.ResponseBuilder answer(ProblemDetails problem, HttpHeaders headers) {
    return answers.answer(problem, headers.getHeaderString(HttpHeaders.ACCEPT));
  }
}
