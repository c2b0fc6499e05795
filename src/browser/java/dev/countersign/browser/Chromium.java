package dev.countersign.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The browser that is installed on this machine; the tests' people share it and nothing in it.
@ApplicationScoped
@IfBuildProfile(InTheBrowser.PROFILE)
public class Chromium {
  private static final double PATIENCE_MS = 20_000;

  private final Path executable;
  private final String address;
  private final List<Person> people = new ArrayList<>();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  /// @param executable given by `make test-browser`
  Chromium(
      @ConfigProperty(name = "chromium") Path executable,
      @ConfigProperty(name = "countersign.public-url") String address) {
    this.executable = executable;
    this.address = address;
  }

  @PostConstruct
  void launch() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage")));
  }

  @PreDestroy
  void quit() {
    if (playwright != null) playwright.close();
  }

  /// Somebody with a link and nothing else.
  Person anybody() {
    return person(settings -> settings);
  }

  /// Somebody who signs in when asked to.
  Person somebodyWho(String name) {
    return person(settings -> settings.setHttpCredentials(name, name));
  }

  Person person(UnaryOperator<NewContextOptions> settings) {
    var usual = new NewContextOptions().setBaseURL(address).setViewportSize(1100, 900);
    var context = Objects.requireNonNull(browser).newContext(settings.apply(usual));
    context.setDefaultTimeout(PATIENCE_MS);
    var person = new Person(context.newPage());
    people.add(person);
    return person;
  }

  /// Everybody leaves.
  void close() {
    people.forEach(Person::leave);
    people.clear();
  }
}
