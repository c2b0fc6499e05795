package dev.countersign.approval;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/// Makes and reads the links in notifications: JWS (RFC 7515) with HS256 and a key id. A link says
/// what is to be decided on and by whom; whether it may still be, the job says.
@ApplicationScoped
public class ReviewLinks {
  private static final String TYPE = "review+jwt";
  private static final AlgorithmConstraints ONLY_HS256 =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);

  private final KeyRing keys;
  private final URI publicUrl;
  private final InstantSource clock;

  /// @param publicUrl where people reach this deployment; links begin with it
  public ReviewLinks(
      KeyRing keys,
      @ConfigProperty(name = "countersign.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl,
      InstantSource clock) {
    this.keys = keys;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /// What a token turned out to be.
  public sealed interface Read {
    /// Ours and in time.
    record Valid(ReviewLink link) implements Read {}

    /// Ours, its time passed; good enough to say what became of the request.
    record Expired(ReviewLink link) implements Read {}

    /// Not ours, damaged or cut off; nothing it says counts.
    record Refused(LinkFault fault) implements Read {}
  }

  /// The address to put into a notification to one reviewer.
  public URI url(JobId job, Gate gate, String reviewer) {
    var link =
        new ReviewLink(
            job, gate.approval(), gate.revision(), gate.digest(), reviewer, gate.expiresAt());
    return publicUrl.resolve("/review/" + sign(link));
  }

  public String sign(ReviewLink link) {
    var claims = new JwtClaims();
    claims.setStringClaim("job", link.job().value());
    claims.setStringClaim("apr", link.approval().value());
    claims.setClaim("rev", link.revision());
    claims.setStringClaim("dig", link.digest());
    claims.setAudience(link.audience());
    claims.setExpirationTime(NumericDate.fromMilliseconds(link.expiresAt().toEpochMilli()));
    var jws = new JsonWebSignature();
    jws.setHeader("typ", TYPE);
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    var key = keys.signing(KeyRing.Use.LINKS);
    jws.setKeyIdHeaderValue(key.id());
    jws.setKey(key.secret());
    jws.setPayload(claims.toJson());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("HS256 does not work here", e);
    }
  }

  public Read read(String token) {
    return genuine(token)
        .<Read>map(link ->
            clock.instant().isBefore(link.expiresAt())
                ? new Read.Valid(link)
                : new Read.Expired(link))
        .orElseGet(() -> new Read.Refused(LinkFault.of(token, this::isKnown)));
  }

  private boolean isKnown(String key) {
    return keys.find(KeyRing.Use.LINKS, key).isPresent();
  }

  private Optional<ReviewLink> genuine(String token) {
    try {
      var jws = new JsonWebSignature();
      jws.setAlgorithmConstraints(ONLY_HS256);
      jws.setCompactSerialization(token);
      var key = keys.find(KeyRing.Use.LINKS, String.valueOf(jws.getKeyIdHeaderValue()));
      if (key.isEmpty() || !TYPE.equals(jws.getHeader("typ"))) return Optional.empty();
      jws.setKey(key.get());
      if (!jws.verifySignature()) return Optional.empty();
      return Optional.of(link(JwtClaims.parse(jws.getPayload())));
    } catch (JoseException
        | InvalidJwtException
        | MalformedClaimException
        | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static ReviewLink link(JwtClaims claims) throws MalformedClaimException {
    var revision = claims.getClaimValue("rev", Long.class);
    return new ReviewLink(
        new JobId(claims.getStringClaimValue("job")),
        new ApprovalId(claims.getStringClaimValue("apr")),
        Math.toIntExact(revision),
        claims.getStringClaimValue("dig"),
        claims.getAudience().getFirst(),
        Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
  }
}
