package dev.countersign.notify;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Every address that a scanner would find in something: in attributes, in text, in headers, in
/// JSON.
public final class Links {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(?:https?|ftp)://[^\\s\"'<>)\\]},]+");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?i)\\b(?:href|src|action|background|poster|cite|url)\\s*=\\s*[\"']?([^\"'\\s>]+)");

  private Links() {}

  public static Set<String> in(String text) {
    var plain = text.replace("&amp;", "&").replace("\\/", "/");
    var found = new LinkedHashSet<String>();
    for (var at = ADDRESS.matcher(plain); at.find(); ) found.add(at.group());
    for (var at = ATTRIBUTE.matcher(plain); at.find(); ) found.add(at.group(1));
    return found;
  }

  /// Of both alternatives and of all headers.
  public static Set<String> in(SentMail mail) {
    var found = new LinkedHashSet<>(in(mail.text()));
    found.addAll(in(mail.html()));
    mail.headers().forEach(header -> found.addAll(in(header)));
    return found;
  }
}
