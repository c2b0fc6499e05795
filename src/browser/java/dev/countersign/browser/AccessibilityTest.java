package dev.countersign.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// axe-core finds nothing serious on any page that people decide or look on, in light and dark. A
/// page may load itself again where its reader can stop that (WCAG 2.2.1), which axe-core cannot
/// see.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class AccessibilityTest extends Walk {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  @Test
  void no_page_of_a_reviewer_has_a_serious_finding() {
    var waiting = aLetterThatWaits("letter", "Windows are cleaned", "axe@example.com");
    var high = aLetterThatWaits("offer", "Offer for the windows", "axe-offer@example.com");
    var holder = chromium.anybody();
    var reviewer = chromium.somebodyWho("reviewer");
    var link = waiting.mail().link();

    var findings =
        Stream.of(
                look(holder, link, "review"),
                look(holder, link + "#edit", "review-edit"),
                look(holder, link + "#changes", "review-changes"),
                look(holder, link + "#reject", "review-reject"),
                look(holder, link + "#hand-over", "review-hand-over"),
                look(holder, high.mail().link(), "review-high-risk"),
                look(holder, link + "x", "problem"),
                look(reviewer, "/ui/approvals", "inbox"))
            .flatMap(List::stream)
            .toList();

    assertThat(findings).isEmpty();
  }

  @Test
  void no_page_of_a_submitter_has_a_serious_finding_nor_what_is_settled() {
    var waiting = aLetterThatWaits("letter", "Windows are washed", "axe-2@example.com");
    var settled = aLetterThatWaits("letter", "Windows are painted", "axe-settled@example.com");
    var holder = chromium.anybody().open(settled.mail().link()).press("Approve exactly this");
    arrived(holder, "axe-settled@example.com");
    var submitter = waiting.submitter();

    var findings =
        Stream.of(
                look(holder, settled.mail().link(), "outcome"),
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

  private static List<String> look(Person reader, String address, String name) {
    reader.open(address).photograph("k4-light-" + name);
    boolean stoppable = reader.link("Stop that").isVisible();
    var light =
        grave(name, reader, axe -> stoppable ? axe.disableRules(List.of("meta-refresh")) : axe);
    reader.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    reader.photograph("k4-dark-" + name);
    var dark = grave(name + ", dark", reader, axe -> axe.withRules(List.of("color-contrast")));
    reader.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return Stream.concat(light.stream(), dark.stream()).toList();
  }

  private static List<String> grave(String name, Person reader, UnaryOperator<AxeBuilder> rules) {
    var axe = new AxeBuilder(reader.page());
    axe.exclude(List.of("iframe")); // nothing can run in a packet, axe-core neither
    return findings(rules.apply(axe).analyze()).map(found -> name + ": " + found).toList();
  }

  private static Stream<String> findings(AxeResults results) {
    return results.getViolations().stream()
        .filter(rule -> GRAVE.contains(rule.getImpact().toLowerCase(Locale.ROOT)))
        .flatMap(
            rule -> rule.getNodes().stream().map(node -> rule.getHelp() + ": " + node.getHtml()));
  }
}
