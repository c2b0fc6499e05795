package dev.countersign.signin;

import static dev.countersign.signin.Issuer.claims;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.approval.KeyRing;
import dev.countersign.http.AtTheGate;
import dev.countersign.signin.IssuerKeys.Signed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.junit.jupiter.api.Test;

/// People with a browser sign in at the issuer and keep their session in a cookie.
@QuarkusTest
@TestProfile(WithAnIssuer.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class SessionTest {
  private static final String SUE = "sue@example.com";

  /// What the HTTP API takes of headers, less what a browser sends beside cookies.
  private static final int ROOM_FOR_COOKIES = 10_240 - 1_500;

  @Inject KeyRing keys;
  @Inject AtTheGate gates;

  @Test
  void a_visitor_is_sent_to_the_issuer_and_comes_back_to_the_page_that_was_asked_for()
      throws Exception {
    Issuer.person(claims("Sue@Example.com", "submitter"));
    var stranger = new Visitor(Redirect.NEVER);
    var sent = stranger.get("/ui?status=failed");
    var sue = new Visitor(Redirect.NORMAL);
    var page = sue.get("/ui?status=failed");

    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(location(sent).toString())
        .startsWith(Issuer.address() + "/authorize?")
        .contains("code_challenge_method=S256", "nonce=", "scope=openid");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().toString()).endsWith("/ui?status=failed");
    assertThat(page.body()).contains("Signed in as </span>" + SUE, "action=\"/ui/sign-out\"");
  }

  @Test
  void a_sign_in_to_approve_leads_back_to_that_request_and_nowhere_else() throws Exception {
    var asked = "/ui/approvals/" + AtTheGate.approval(gates.aJobAwaitingApproval());
    Issuer.person(claims(AtTheGate.REVIEWER, "reviewer"));
    var reviewer = new Visitor(Redirect.NORMAL);
    var page = reviewer.get(asked + "?return_to=https://evil.example&redirect_uri=//evil.example");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getAuthority()).isEqualTo("localhost:" + RestAssured.port);
    assertThat(page.uri().getPath()).isEqualTo(asked);
    assertThat(page.body()).contains("Approve exactly this</button>");
  }

  @Test
  void the_session_is_in_small_cookies_that_scripts_and_other_sites_do_not_get() throws Exception {
    Issuer.person(claims(SUE, "submitter"));
    var sue = new Visitor(Redirect.NORMAL);
    sue.get("/ui");

    var sizes =
        sue.cookies().stream()
            .mapToInt(c -> c.getName().length() + c.getValue().length() + 3)
            .sum();
    assertThat(sue.session()).isNotEmpty().allMatch(c -> c.isHttpOnly() && c.getPath().equals("/"));
    assertThat(sizes).isLessThan(5_000);
    assertThat(cookiesSetOnReturn().filter(c -> c.startsWith("q_session")))
        .isNotEmpty()
        .allMatch(c -> c.contains("SameSite=Lax") && c.contains("HTTPOnly"));
  }

  @Test
  void somebody_in_eighty_groups_still_fits_into_the_headers() throws Exception {
    var groups = Collections.nCopies(80, "department-of-estimating").toArray(new String[0]);
    var many = Visitor.signedIn(SUE, groups);

    var sizes =
        many.cookies().stream()
            .mapToInt(c -> c.getName().length() + c.getValue().length() + 3)
            .sum();
    assertThat(sizes).isLessThan(ROOM_FOR_COOKIES);
  }

  @Test
  void a_session_that_another_instance_began_is_read_here() throws Exception {
    var elsewhere = new Visitor(Redirect.NEVER);
    elsewhere.keep("q_session_pages", sealed(Issuer.token(SUE, "submitter"), keys.sessionSecret()));

    assertThat(elsewhere.get("/ui").body()).contains("Signed in as </span>" + SUE);
  }

  @Test
  void a_session_under_another_secret_is_none() throws Exception {
    var forger = new Visitor(Redirect.NEVER);
    forger.keep(
        "q_session_pages", sealed(Issuer.token(SUE, "submitter"), "another secret ".repeat(3)));

    assertThat(forger.get("/ui").statusCode()).isEqualTo(302);
  }

  @Test
  void a_token_in_a_session_is_verified_like_any_other() throws Exception {
    var forged = Issuer.token(claims(SUE, "submitter"), Signed.BY_ANOTHER);
    var forger = new Visitor(Redirect.NEVER);
    forger.keep("q_session_pages", sealed(forged, keys.sessionSecret()));

    var answer = forger.get("/ui");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(c -> c.startsWith("q_session_pages=;") && c.contains("Max-Age=0"));
  }

  @Test
  void a_session_does_not_open_the_api() throws Exception {
    var sue = Visitor.signedIn(SUE, "submitter");

    assertThat(sue.get("/jobs").statusCode()).isIn(401, 406);
  }

  @Test
  void whoever_signs_out_is_signed_out_here_and_at_the_issuer() throws Exception {
    var sue = Visitor.signedIn(SUE, "submitter");
    var out = sue.post("/ui/sign-out", Map.of());

    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.body())
        .contains("You are signed out", "url=" + Issuer.address() + "/logout?id_token_hint=")
        .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fui%2Fsigned-out");
    assertThat(sue.session()).isEmpty();
  }

  @Test
  void a_form_that_comes_after_the_session_does_nothing_and_says_so() throws Exception {
    var nobody = new Visitor(Redirect.NEVER);
    var answer = nobody.post("/ui/jobs/job_x/cancel", Map.of("form_token", "x"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("You are not signed in any more", "signed-out");
  }

  @Test
  void a_form_token_is_bound_to_who_is_signed_in() throws Exception {
    var sue = Visitor.signedIn(SUE, "submitter");
    var token = formToken(sue.get("/ui/new?workflow=bid-comparison").body());
    var eve = Visitor.signedIn("eve@example.com", "submitter");
    eve.get("/ui");
    sue.cookies().stream()
        .filter(c -> c.getName().equals("countersign_form"))
        .forEach(c -> eve.keep(c.getName(), c.getValue()));

    var answer = eve.post("/ui/jobs/job_x/cancel", Map.of("form_token", token));
    var own = sue.post("/ui/jobs/job_x/cancel", Map.of("form_token", token));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("This form cannot be trusted");
    assertThat(own.statusCode()).isEqualTo(404);
  }

  @Test
  void who_only_reviews_lands_at_the_approvals() throws Exception {
    Issuer.person(claims("rita@example.com", "reviewer"));
    var rita = new Visitor(Redirect.NORMAL);
    rita.get("/ui/approvals");

    assertThat(rita.get("/ui/signed-in").uri().getPath()).isEqualTo("/ui/approvals");
  }

  @Test
  void an_unverified_address_gets_a_page_that_says_so() throws Exception {
    var claims = claims(SUE, "submitter");
    claims.put("email_verified", false);
    Issuer.person(claims);
    var page = new Visitor(Redirect.NORMAL).get("/ui");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("has not verified your address");
  }

  @Test
  void an_expired_session_is_renewed_without_a_visit_to_the_issuer() throws Exception {
    Issuer.person(claims(SUE, "submitter"));
    var past = claims(SUE, "submitter");
    past.put("exp", 1_000_000_000L);
    var sue = new Visitor(Redirect.NEVER);
    sue.keep("q_session_pages", sealed(Issuer.token(past, Signed.RIGHTLY), keys.sessionSecret()));
    sue.keep("q_session_rt_pages", sealed("r".repeat(1800), keys.sessionSecret()));

    assertThat(sue.get("/ui").statusCode()).isEqualTo(200);
  }

  /// The `Set-Cookie` headers of the answer with which the issuer's code is taken.
  private static Stream<String> cookiesSetOnReturn() throws IOException, InterruptedException {
    var sue = new Visitor(Redirect.NEVER);
    var toIssuer = location(sue.get("/ui"));
    var back = location(sue.follow(toIssuer));
    return sue.follow(back).headers().allValues("Set-Cookie").stream();
  }

  private static URI location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String formToken(String html) {
    var token = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"").matcher(html);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  /// As Quarkus seals it: RFC 7516 with the secret's SHA-256 as the key of the content.
  private static String sealed(String token, String secret) throws Exception {
    var jwe = new JsonWebEncryption();
    jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
    jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    var key = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    jwe.setKey(new SecretKeySpec(key, "AES"));
    jwe.setPlaintext(token);
    return jwe.getCompactSerialization();
  }
}
