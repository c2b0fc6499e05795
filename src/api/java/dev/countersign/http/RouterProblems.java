package dev.countersign.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Problems for what never reaches a resource: bodies over the limit, unknown paths, and failures
/// inside the HTTP server.
@ApplicationScoped
class RouterProblems {
  private static final int FIRST = -2_000_000;
  private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=\"?[^\\s\";]");

  private final ProblemAnswers answers;
  private final HttpConfig config;

  RouterProblems(ProblemAnswers answers, HttpConfig config) {
    this.answers = answers;
    this.config = config;
  }

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(this::refuseUnread);
    IntStream.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503)
        .forEach(status -> router.errorHandler(status, context -> fail(context, status)));
  }

  /// Before any of it is read, so that nothing is stored; what still comes is thrown away.
  private void refuseUnread(RoutingContext context) {
    if (declaredLength(context.request()) > config.mostBytes())
      refuse(context, ProblemDetails.tooLarge(config.mostBytes()));
    else if (lacksBoundary(context.request().getHeader(HttpHeaders.CONTENT_TYPE)))
      refuse(context, StatusProblems.of(400));
    else context.next();
  }

  private void refuse(RoutingContext context, ProblemDetails problem) {
    context.request().handler(_ -> {});
    answer(context, problem);
    context.request().resume();
  }

  /// RFC 2046, section 5.1: without it no part can be told from the next.
  private static boolean lacksBoundary(@Nullable String type) {
    if (type == null) return false;
    var lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("multipart/") && !BOUNDARY.matcher(lower).find();
  }

  private static long declaredLength(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private void fail(RoutingContext context, int status) {
    if (context.response().ended() || context.response().headWritten()) return;
    answer(
        context,
        status == 413 ? ProblemDetails.tooLarge(config.mostBytes()) : StatusProblems.of(status));
  }

  private void answer(RoutingContext context, ProblemDetails problem) {
    var accept = context.request().getHeader(HttpHeaders.ACCEPT);
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            ProblemAnswers.wantsPage(accept)
                ? "text/html;charset=UTF-8"
                : ProblemDetails.MEDIA_TYPE)
        .end(answers.body(problem, accept));
  }
}
