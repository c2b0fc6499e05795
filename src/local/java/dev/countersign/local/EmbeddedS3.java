package dev.countersign.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// S3Proxy on a free loopback port, objects as files in a folder; signatures and presigned links
/// are checked as S3 checks them.
final class EmbeddedS3 implements AutoCloseable {
  /// As in the template: a page of this machine may PUT files.
  private static final CrossOriginResourceSharing UPLOADS =
      new CrossOriginResourceSharing(
          List.of("http://localhost(:[0-9]+)?", "http://127\\.0\\.0\\.1(:[0-9]+)?"),
          List.of("PUT"),
          List.of("content-type", "if-none-match", "x-amz-checksum-sha256"),
          List.of(),
          "");

  private final S3Proxy server;
  private final URI endpoint;

  private EmbeddedS3(S3Proxy server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  static EmbeddedS3 start(Path folder) throws Exception {
    var server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .endpoint(Loopback.http(0))
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4,
                LocalCredentials.ACCESS_KEY,
                LocalCredentials.SECRET_KEY)
            .ignoreUnknownHeaders(true)
            .corsRules(UPLOADS)
            .build();
    server.start();
    return new EmbeddedS3(server, Loopback.http(server.getPort()));
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    Stopping.of("S3Proxy", server::stop);
  }
}
