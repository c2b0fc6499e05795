package dev.countersign.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What a browser may do with an answer: nothing from elsewhere, no scripts, no frames around it,
/// and pages behind a link are kept nowhere.
public class ResponseHeaders {
  public static final String CSP = "Content-Security-Policy";
  private static final String OF_PAGES =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /// For the page whose own script uploads to the bucket, and nowhere else.
  public static String withUploadsTo(URI bucket) {
    return OF_PAGES + "; script-src 'self'; connect-src 'self' " + bucket;
  }

  @ServerResponseFilter
  void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var headers = response.getHeaders();
    if (!headers.containsKey(CSP)) headers.putSingle(CSP, OF_PAGES);
    var path = request.getUriInfo().getPath();
    var kept = path.startsWith("/review") || path.startsWith("/ui") ? "no-store" : "no-cache";
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL))
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, " + kept);
  }
}
