package dev.countersign.lambda;

import java.util.Map;

/// A request that a function made to an AWS service, or that somebody made with its signature.
///
/// @param function the logical id of the function whose wire it came over
/// @param service as in the name of its endpoint, `AWS_ENDPOINT_URL_S3`: `DYNAMODB`, `S3`
/// @param path and `query` as they were sent
/// @param headers by lower-case name
record SeenCall(
    String function,
    String service,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    String body) {
  SeenCall {
    headers = Map.copyOf(headers);
  }

  /// The operation of a JSON protocol, `TransactWriteItems`; empty in others.
  String operation() {
    var target = headers.getOrDefault("x-amz-target", "");
    return target.substring(target.indexOf('.') + 1);
  }
}
