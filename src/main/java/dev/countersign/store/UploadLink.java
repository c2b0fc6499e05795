package dev.countersign.store;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Where to PUT one file, once.
///
/// @param headers to send exactly so: they are part of the signature
/// @param until when the address stops working
public record UploadLink(URI url, Map<String, String> headers, Instant until) {
  public UploadLink {
    headers = Map.copyOf(new TreeMap<>(headers));
  }
}
