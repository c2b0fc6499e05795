package dev.countersign.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// Addresses under which a browser or a program may write to the bucket by itself.
@ApplicationScoped
public class S3Links {
  private final S3Presigner presigner;
  private final String bucket;

  S3Links(S3Presigner presigner, @ConfigProperty(name = "countersign.bucket") String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /// A PUT of exactly these bytes, as exactly this type, where nothing is yet. Length, type,
  /// checksum and `If-None-Match: *` are signed, so S3 refuses anything else.
  UploadLink put(String key, Upload upload, Duration lives) {
    var checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(upload.sha256()));
    var signed =
        presigner.presignPutObject(p ->
            p.signatureDuration(lives)
                .putObjectRequest(o ->
                    o.bucket(bucket)
                        .key(key)
                        .contentLength(upload.size())
                        .contentType(upload.mediaType())
                        .checksumSHA256(checksum)
                        .ifNoneMatch("*")));
    return new UploadLink(
        URI.create(signed.url().toString()), headers(signed), signed.expiration());
  }

  /// What all addresses of this bucket begin with: for a page's Content-Security-Policy.
  public URI base() {
    var any =
        presigner.presignGetObject(p ->
            p.signatureDuration(Duration.ofMinutes(1))
                .getObjectRequest(g -> g.bucket(bucket).key("k")));
    var url = URI.create(any.url().toString());
    var path = url.getRawPath();
    return url.resolve(path.substring(0, path.lastIndexOf('/') + 1));
  }

  /// `Host` is in the address.
  private static Map<String, String> headers(PresignedPutObjectRequest signed) {
    return signed.signedHeaders().entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("host"))
        .collect(toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
  }
}
