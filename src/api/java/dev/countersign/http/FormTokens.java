package dev.countersign.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.approval.KeyRing;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The token in every form: the name of a key and an HMAC with it over a cookie of this browser and
/// who is signed in. Another site can neither read nor compute it.
@RequestScoped
public class FormTokens {
  /// The name of the hidden field.
  public static final String FIELD = "form_token";

  private static final String COOKIE = "countersign_form";

  private final RoutingContext request;
  private final Caller caller;
  private final KeyRing keys;
  private final RandomGenerator random;
  private final boolean https;
  private final String browser;
  private final boolean known;

  FormTokens(
      RoutingContext request,
      Caller caller,
      KeyRing keys,
      @ConfigProperty(name = "countersign.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl,
      RandomGenerator random) {
    this.request = request;
    this.caller = caller;
    this.keys = keys;
    this.random = random;
    this.https = "https".equals(publicUrl.getScheme());
    var cookie = Optional.ofNullable(request.request().getCookie(COOKIE));
    this.known = cookie.isPresent();
    this.browser = cookie.map(c -> c.getValue()).orElseGet(() -> fresh(random));
  }

  /// For a form of this page; call `cookie` too.
  public String token() {
    var key = keys.signing(KeyRing.Use.FORMS);
    return key.id() + ":" + mac(key.secret(), browser);
  }

  /// A key by which a form that is sent twice is known as one submission.
  public String once() {
    return fresh(random);
  }

  /// To go with a page that has a form; empty when the browser has it already. Lax, so that a link
  /// from a mail does not make a new one and void what is open in another tab.
  public Optional<NewCookie> cookie() {
    if (known) return Optional.empty();
    return Optional.of(
        new NewCookie.Builder(COOKIE)
            .value(browser)
            .path("/")
            .httpOnly(true)
            .secure(https)
            .sameSite(NewCookie.SameSite.LAX)
            .build());
  }

  /// @throws ProblemException 403 when the form is not one of ours
  public void check(@Nullable String token) {
    if (token == null || !genuine(token))
      throw ProblemDetails.of(
              403,
              "form-token",
              "This form cannot be trusted",
              "The form's token is missing, or is not the one this browser got. Nothing was done.",
              "Open the page again (cookies on) and send the form from there.")
          .thrown();
  }

  private boolean genuine(String token) {
    var cookie = request.request().getCookie(COOKIE);
    int colon = token.indexOf(':');
    if (cookie == null || colon < 0) return false;
    return keys.find(KeyRing.Use.FORMS, token.substring(0, colon))
        .map(key -> mac(key, cookie.getValue()).getBytes(UTF_8))
        .filter(mac -> MessageDigest.isEqual(mac, token.substring(colon + 1).getBytes(UTF_8)))
        .isPresent();
  }

  private String mac(SecretKeySpec key, String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var who = caller.signedIn() ? caller.address() : "";
      return HexFormat.of().formatHex(mac.doFinal(("form\n" + value + "\n" + who).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String fresh(RandomGenerator random) {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
