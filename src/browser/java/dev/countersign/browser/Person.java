package dev.countersign.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Somebody at a browser of their own, doing what people do: open, read, press, fill in.
record Person(Page page) {
  static final Path SCREENSHOTS = Path.of("target", "browser", "screenshots");

  /// Everything of a page but its header.
  Locator main() {
    return page.locator("main");
  }

  Person open(String address) {
    page.navigate(address);
    return this;
  }

  /// Submits a letter with the form and is then at the job's page.
  ///
  /// @return the job's id
  String submits(String workflow, String title, String to) {
    sends(workflow, title, to);
    page.waitForURL("**/ui/jobs/**");
    return job();
  }

  /// Fills in the form for a letter and sends it off.
  void sends(String workflow, String title, String to) {
    open("/ui/new");
    page.getByLabel("What should be done?").selectOption(workflow);
    press("Choose");
    page.getByLabel("Title").fill(title);
    page.getByLabel(Pattern.compile("^To\\b")).fill(to);
    page.getByLabel("Message").fill("We begin on Monday the 7th, as agreed.");
    press("Submit");
  }

  /// The job whose page this is.
  String job() {
    return page.url().replaceFirst(".*/ui/jobs/([^/?#]+).*", "$1");
  }

  /// The status of the job whose page this is.
  Locator chip() {
    return page.locator(".head .chip");
  }

  Locator heading(String words) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /// What is said in these words in an element of that kind, e.g. `ins`.
  Locator said(String element, String words) {
    return main().locator(element).filter(new Locator.FilterOptions().setHasText(words)).first();
  }

  Locator field(String label) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  Person press(String button) {
    button(button).click();
    return this;
  }

  /// The first link whose name has these words in it.
  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  Person follow(String link) {
    link(link).click();
    return this;
  }

  /// The short code that stands in the mail, too.
  String code() {
    return main().locator(".code").first().innerText();
  }

  /// Opens what is folded away under these words.
  Person unfold(String words) {
    page.locator("summary").filter(new Locator.FilterOptions().setHasText(words)).click();
    return this;
  }

  /// Waits until the list is that long.
  ///
  /// @return the one at that place, counted from 1
  <T> T awaits(Supplier<List<T>> list, int length) {
    page.waitForCondition(() -> list.get().size() >= length);
    return list.get().get(length - 1);
  }

  /// Keeps the whole page as a picture, for people to look at.
  Person photograph(String name) {
    var packet = page.locator("iframe");
    if (packet.count() > 0) packet.first().scrollIntoViewIfNeeded(); // else it is not drawn
    page.screenshot(
        new ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    return this;
  }

  /// Keeps what is on the screen, no more.
  Person glance(String name) {
    page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    return this;
  }

  void leave() {
    page.context().close();
  }
}
