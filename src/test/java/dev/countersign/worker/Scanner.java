package dev.countersign.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What mail security, link previews and prefetching browsers do with a link: every method that is
/// called safe, each twice, with and without somebody's cookies and sign-in, under many names.
final class Scanner {
  private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");

  /// Nobody, and people in whose browser a link is prefetched.
  private static final List<String> PEOPLE = List.of("", "reviewer", "submitter");

  static final List<String> AGENTS =
      List.of(
          "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
          "Slack-ImgProxy (+https://api.slack.com/robots)",
          "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 SafeLinks",
          "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
          "Mozilla/5.0 (compatible; Mimecast TTP URL Protect)",
          "BarracudaCentral/1.0",
          "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
          "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
          "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
          "Twitterbot/1.0",
          "WhatsApp/2.23.20.0",
          "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
          "TelegramBot (like TwitterBot)",
          "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
          "SkypeUriPreview Preview/0.5",
          "curl/8.5.0",
          "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36");

  private static final List<String> PREFETCHES = List.of("", "Purpose", "Sec-Purpose", "X-Moz");
  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)");
  private final URI application;
  private int visits;

  /// @param application where the links of notifications are answered in this test
  Scanner(URI application) {
    this.application = application;
  }

  int visits() {
    return visits;
  }

  /// Each link with each person, by each method, twice, and under each name at least once; the
  /// first under every name by every method twice; and what a browser loads or offers to open from
  /// their pages.
  Set<Integer> visit(Collection<String> links) {
    var answers = new LinkedHashSet<Integer>();
    var given = links.stream().sorted().map(this::here).toList();
    var found = new LinkedHashSet<URI>();
    for (var link : given) answers.addAll(everyWay(link, found));
    for (var agent : AGENTS)
      for (var method : METHODS)
        for (int time = 0; time < 2; time++)
          ask(browser(), given.getLast(), method, "", agent, "Sec-Purpose");
    given.forEach(found::remove);
    for (var reference : found)
      for (var method : METHODS) ask(browser(), reference, method, "", AGENTS.getLast(), "");
    return answers;
  }

  private Set<Integer> everyWay(URI link, Set<URI> found) {
    var answers = new LinkedHashSet<Integer>();
    int agent = 0;
    for (var person : PEOPLE) {
      var browser = browser();
      for (var method : METHODS)
        for (int time = 0; time < 2; time++) {
          var prefetch = PREFETCHES.get(agent % PREFETCHES.size());
          var answer = ask(browser, link, method, person, AGENTS.get(agent++), prefetch);
          answers.add(answer.statusCode());
          found.addAll(references(link, answer.body()));
        }
    }
    return answers;
  }

  private HttpResponse<String> ask(
      HttpClient browser, URI link, String method, String person, String agent, String prefetch) {
    var request =
        HttpRequest.newBuilder(link)
            .method(method, BodyPublishers.noBody())
            .header("User-Agent", agent)
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    if (!prefetch.isEmpty()) request.header(prefetch, "prefetch");
    if (!person.isEmpty())
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((person + ":" + person).getBytes(StandardCharsets.US_ASCII)));
    visits++;
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Keeps its cookies, and follows where it is sent.
  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  private URI here(String link) {
    return link.startsWith("http://localhost:8080/")
        ? application.resolve(link.substring("http://localhost:8080".length()))
        : URI.create(link);
  }

  private Set<URI> references(URI page, String html) {
    var found = new LinkedHashSet<URI>();
    for (var at = REFERENCE.matcher(html); at.find(); ) {
      var to = page.resolve(at.group(1).replace("&amp;", "&"));
      if (application.getAuthority().equals(to.getAuthority())) found.add(to);
    }
    return found;
  }
}
