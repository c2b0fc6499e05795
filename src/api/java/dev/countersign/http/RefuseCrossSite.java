package dev.countersign.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Refuses what another site makes a person's browser send (CSRF), by what browsers say of where a
/// request comes from: `Sec-Fetch-Site` (W3C Fetch Metadata), else `Origin`. Programs send neither.
class RefuseCrossSite {
  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @ServerRequestFilter(preMatching = true)
  void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod()) || ours(request)) return;
    throw ProblemDetails.of(
            403,
            "cross-site",
            "Not from another site",
            "The browser says that another site made this request.",
            "Open the page here and do it there.")
        .thrown();
  }

  private static boolean ours(ContainerRequestContext request) {
    var site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null) return OURS.contains(site);
    var origin = request.getHeaderString("Origin");
    if (origin == null) return true;
    if (origin.equals("null")) return formOfOurs(request);
    return sameHost(origin, request.getHeaderString(HttpHeaders.HOST));
  }

  /// A page under `Referrer-Policy: no-referrer` sends `Origin: null` from older browsers; its
  /// forms carry a token, which decides.
  private static boolean formOfOurs(ContainerRequestContext request) {
    var path = request.getUriInfo().getPath();
    return path.startsWith("/ui/") || path.startsWith("/review/");
  }

  private static boolean sameHost(String origin, @Nullable String host) {
    try {
      return Objects.equals(URI.create(origin).getAuthority(), host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
