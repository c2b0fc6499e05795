package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.lambda.template.Statement.Right;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/// Which rights a request to S3 needs:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html>.
final class S3Rights {
  private static final String COPY_FROM = "x-amz-copy-source";

  private S3Rights() {}

  static List<Right> of(SeenCall call) {
    var path = URLDecoder.decode(call.path(), UTF_8).replaceAll("^/|/$", "");
    if (path.indexOf('/') < 0) return List.of(new Right(ofBucket(call), arn(path)));
    var rights = new ArrayList<Right>();
    rights.add(new Right(ofObject(call), arn(path)));
    var from = call.headers().get(COPY_FROM);
    if (from != null)
      rights.add(
          new Right("s3:GetObject", arn(URLDecoder.decode(from, UTF_8).replaceFirst("^/", ""))));
    if (call.headers().containsKey("x-amz-tagging"))
      rights.add(new Right("s3:PutObjectTagging", arn(path)));
    return rights;
  }

  private static String ofObject(SeenCall call) {
    if (call.query().contains("tagging")) return "s3:PutObjectTagging";
    return switch (call.method()) {
      case "GET", "HEAD" -> "s3:GetObject";
      case "PUT", "POST" -> "s3:PutObject";
      case "DELETE" ->
          call.query().contains("uploadId=") ? "s3:AbortMultipartUpload" : "s3:DeleteObject";
      default -> throw new IllegalArgumentException("no right is known for " + call);
    };
  }

  private static String ofBucket(SeenCall call) {
    return switch (call.method()) {
      case "GET", "HEAD" -> "s3:ListBucket";
      case "POST" -> "s3:DeleteObject";
      default -> throw new IllegalArgumentException("no right is known for " + call);
    };
  }

  private static String arn(String name) {
    return "arn:aws:s3:::" + name;
  }
}
