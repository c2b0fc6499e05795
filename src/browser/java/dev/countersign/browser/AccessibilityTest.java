package dev.countersign.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// axe-core finds nothing serious on any page that people decide or look on, in light and dark. A
/// page may load itself again where its reader can stop that (WCAG 2.2.1), which axe-core cannot
/// see.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class AccessibilityTest extends Walk {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void no_page_has_a_serious_finding(ColorScheme scheme) {
    var waiting = aLetterThatWaits("letter", "Windows are cleaned", "axe@example.com");
    var settled = aLetterThatWaits("letter", "Windows are painted", "axe-settled@example.com");
    chromium.anybody().open(settled.mail().link()).press("Approve exactly this");
    var high = aLetterThatWaits("offer", "Offer for the windows", "axe-offer@example.com");
    var holder = person(scheme, "nobody");
    var submitter = person(scheme, "submitter");
    var reviewer = person(scheme, "reviewer");
    var link = waiting.mail().link();

    var findings =
        Stream.of(
                look(holder, link, "review"),
                look(holder, link + "#edit", "review-edit"),
                look(holder, link + "#changes", "review-changes"),
                look(holder, link + "#reject", "review-reject"),
                look(holder, link + "#hand-over", "review-hand-over"),
                look(holder, high.mail().link(), "review-high-risk"),
                look(holder, settled.mail().link(), "outcome"),
                look(holder, link + "x", "problem"),
                look(reviewer, "/ui/approvals", "inbox"),
                look(submitter, waiting.page(), "job"),
                look(submitter, settled.page(), "job-done"),
                look(submitter, settled.page() + "/effects", "ledger"),
                look(submitter, "/ui", "jobs"),
                look(submitter, "/ui/new?workflow=bid-comparison", "new-job"),
                look(submitter, "/ui/outbox", "outbox"))
            .flatMap(List::stream)
            .toList();

    assertThat(findings).isEmpty();
  }

  private Person person(ColorScheme scheme, String name) {
    return chromium.person(
        settings -> settings.setColorScheme(scheme).setHttpCredentials(name, name));
  }

  private static List<String> look(Person reader, String address, String name) {
    reader.open(address);
    var scheme = reader.page().evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
    reader.photograph("k4-%s-%s".formatted(scheme.equals(true) ? "dark" : "light", name));
    var axe = new AxeBuilder(reader.page());
    axe.exclude(List.of("iframe")); // nothing can run in a packet, axe-core neither
    if (reader.link("Stop that").isVisible()) axe.disableRules(List.of("meta-refresh"));
    return axe
            .analyze()
            .getViolations()
            .stream()
            .filter(rule -> GRAVE.contains(rule.getImpact().toLowerCase(Locale.ROOT)))
            .flatMap(rule ->
                rule.getNodes().stream()
                    .map(node -> "%s: %s: %s".formatted(name, rule.getHelp(), node.getHtml())))
            .toList();
  }
}
