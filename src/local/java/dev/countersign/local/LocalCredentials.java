package dev.countersign.local;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The credentials that the embedded services ask for. They open nothing but those.
final class LocalCredentials {
  static final String ACCESS_KEY = "local";
  static final String SECRET_KEY = "local-secret";
  static final Region REGION = Region.US_EAST_1;

  private LocalCredentials() {}

  static AwsCredentialsProvider provider() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));
  }
}
