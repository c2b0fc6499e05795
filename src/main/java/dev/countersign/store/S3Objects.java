package dev.countersign.store;

import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The bucket: whatever is too large for an item. What comes out is hashed and compared.
@ApplicationScoped
public class S3Objects {
  private static final int GONE = 404;
  private static final int ANOTHER = 412;
  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;

  S3Objects(
      S3Client s3,
      S3Presigner presigner,
      @ConfigProperty(name = "countersign.bucket") String bucket) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /// An object is not what it was when it was stored.
  public static final class Altered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Altered(String key) {
      super("object " + key + " is missing or is not what was stored; nothing was done with it");
    }
  }

  public void put(String key, byte[] bytes, String mediaType, String sha256) {
    put(key, RequestBody.fromBytes(bytes), mediaType, sha256);
  }

  public void put(String key, Path file, String mediaType, String sha256) {
    put(key, RequestBody.fromFile(file), mediaType, sha256);
  }

  /// @throws Altered when the bytes are not those of that hash
  public byte[] read(String key, String sha256) {
    var bytes = asked(key, () -> s3.getObjectAsBytes(g -> g.bucket(bucket).key(key)).asByteArray());
    if (!Sha256.hex(bytes).equals(sha256)) throw new Altered(key);
    return bytes;
  }

  /// Writes the object to a file that does not exist yet.
  ///
  /// @throws Altered when the bytes are not those of that hash
  public void download(String key, String sha256, Path target) {
    asked(
        key,
        () -> s3.getObject(g -> g.bucket(bucket).key(key), ResponseTransformer.toFile(target)));
    try {
      if (Sha256.hex(target).equals(sha256)) return;
      Files.delete(target);
      throw new Altered(key);
    } catch (IOException e) {
      throw new UncheckedIOException("reading back " + target.getFileName(), e);
    }
  }

  /// What the bucket says of an object, without its bytes.
  ///
  /// @param sha256 as the bucket computed it when the object came; null where it keeps none
  record Stat(long bytes, String etag, @Nullable String sha256) {}

  /// Empty when there is no such object.
  Optional<Stat> stat(String key) {
    try {
      var head =
          asked(
              key,
              () ->
                  s3.headObject(h -> h.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED)));
      return Optional.of(new Stat(head.contentLength(), head.eTag(), hex(head.checksumSHA256())));
    } catch (Altered _) {
      return Optional.empty();
    }
  }

  /// Copies an object inside the bucket, as it was when it had that ETag.
  ///
  /// @throws Altered when it is gone or is another one now
  void copy(String from, String etag, String to) {
    asked(
        from,
        () ->
            s3.copyObject(c ->
                c.sourceBucket(bucket)
                    .sourceKey(from)
                    .copySourceIfMatch(etag)
                    .destinationBucket(bucket)
                    .destinationKey(to)
                    .metadataDirective(MetadataDirective.REPLACE)
                    .contentType("application/octet-stream")));
  }

  /// SHA-256 of an object's bytes, read through here; for buckets that keep none themselves.
  String hash(String key) {
    return asked(
        key,
        () ->
            s3.getObject(
                g -> g.bucket(bucket).key(key), (_, bytes) -> Sha256.hex((InputStream) bytes)));
  }

  public void delete(String key) {
    asked(key, () -> s3.deleteObject(d -> d.bucket(bucket).key(key)));
  }

  /// A link that lets its holder download the object under that name, for a time.
  public URI presignGet(String key, String name, String mediaType, Duration lives) {
    return URI.create(
        presigner
            .presignGetObject(p ->
                p.signatureDuration(lives)
                    .getObjectRequest(g ->
                        g.bucket(bucket)
                            .key(key)
                            .responseContentType(mediaType)
                            .responseContentDisposition(disposition(name))))
            .url()
            .toString());
  }

  private static String disposition(String name) {
    return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._ -]", "_") + "\"";
  }

  private static @Nullable String hex(@Nullable String base64) {
    return base64 == null ? null : HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }

  private void put(String key, RequestBody body, String mediaType, String sha256) {
    var checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    asked(
        key,
        () ->
            s3.putObject(
                p -> p.bucket(bucket).key(key).contentType(mediaType).checksumSHA256(checksum),
                body));
  }

  /// The client throws `UncheckedIOException`, and does not try again, when a kept connection turns
  /// out to be closed while a body is being sent. Each request here may be made twice.
  private static <T> T asked(String key, Supplier<T> request) {
    try {
      return askedOnce(key, request);
    } catch (UncheckedIOException _) {
      return askedAgain(key, request);
    }
  }

  private static <T> T askedAgain(String key, Supplier<T> request) {
    try {
      return askedOnce(key, request);
    } catch (UncheckedIOException e) {
      throw new Retriable("S3 broke the connection off twice: " + e.getMessage(), e);
    }
  }

  private static <T> T askedOnce(String key, Supplier<T> request) {
    try {
      return request.get();
    } catch (NoSuchKeyException _) {
      throw new Altered(key);
    } catch (S3Exception e) {
      if (e.statusCode() == GONE || e.statusCode() == ANOTHER) throw new Altered(key);
      throw new Retriable("S3 did not do what was asked: " + e.getMessage(), e);
    } catch (SdkException e) {
      throw new Retriable("S3 did not do what was asked: " + e.getMessage(), e);
    }
  }
}
