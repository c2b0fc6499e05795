package dev.countersign.notify;

import static java.util.stream.Collectors.joining;

/// A letter as HTML for mail programs: tables and inline styles, because many know nothing else; no
/// picture, no font, no script, nothing that is fetched.
final class LetterHtml {
  private static final String FONT =
      "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

  private LetterHtml() {}

  static String of(Letter letter) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>%s</title></head>
    <body style="margin:0;padding:0;background:#eef1f5;-webkit-text-size-adjust:100%%">
    <div style="display:none;max-height:0;overflow:hidden">%s</div>
    <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="background:#eef1f5"><tr>
    <td align="center" style="padding:16px 8px">
    <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff;border-radius:8px;border-top:4px solid %s"><tr>
    <td style="padding:24px 20px 8px;%s;color:#0f172a;text-align:left">
    %s
    </td></tr><tr>
    <td style="padding:16px 20px 20px;%s;font-size:13px;line-height:1.5;color:#475569;text-align:left">
    %s
    </td></tr></table>
    </td></tr></table>
    </body></html>
    """
        .formatted(
            escaped(letter.subject()),
            escaped(letter.kicker() + " " + letter.headline()),
            letter.tone().colour(),
            FONT,
            main(letter),
            FONT,
            letter.small().stream()
                .map(line -> "<p style=\"margin:0 0 6px\">%s</p>".formatted(escaped(line)))
                .collect(joining("\n")));
  }

  private static String main(Letter letter) {
    return """
    <p style="margin:0 0 8px;font-size:13px;line-height:1.4;font-weight:700;color:%s">%s</p>
    <h1 style="margin:0 0 12px;font-size:20px;line-height:1.35;font-weight:700;overflow-wrap:anywhere">%s</h1>
    %s
    %s
    %s
    %s
    """
        .formatted(
            letter.tone().colour(),
            escaped(letter.kicker()),
            escaped(letter.headline()),
            paragraphs(letter),
            facts(letter),
            button(letter),
            lists(letter))
        .strip();
  }

  private static String paragraphs(Letter letter) {
    return letter.paragraphs().stream()
        .map(text ->
            "<p style=\"margin:0 0 12px;font-size:16px;line-height:1.5;overflow-wrap:anywhere\">%s</p>"
                .formatted(escaped(text)))
        .collect(joining("\n"));
  }

  private static String facts(Letter letter) {
    return """
    <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 16px;border-top:1px solid #e2e8f0">
    %s
    </table>\
    """
        .formatted(letter.facts().stream().map(LetterHtml::fact).collect(joining("\n")));
  }

  private static String fact(Letter.Fact fact) {
    return """
    <tr><td valign="top" style="padding:8px 12px 8px 0;width:96px;font-size:13px;line-height:1.5;color:#475569;border-bottom:1px solid #e2e8f0">%s</td>
    <td valign="top" style="padding:8px 0;font-size:%s;line-height:1.4;border-bottom:1px solid #e2e8f0;overflow-wrap:anywhere">%s</td></tr>\
    """
        .formatted(
            escaped(fact.name()),
            fact.strong() ? "17px;font-weight:700" : "15px",
            escaped(fact.value()));
  }

  private static String lists(Letter letter) {
    return letter.lists().stream().map(LetterHtml::list).collect(joining("\n"));
  }

  private static String list(Letter.Points list) {
    return """
    <p style="margin:20px 0 4px;font-size:13px;font-weight:700;color:#475569">%s</p>
    <ul style="margin:0 0 8px;padding:0 0 0 20px;font-size:15px;line-height:1.5">
    %s
    </ul>\
    """
        .formatted(
            escaped(list.heading()),
            list.points().stream()
                .map(point ->
                    "<li style=\"margin:0 0 4px;overflow-wrap:anywhere\">%s</li>"
                        .formatted(escaped(point)))
                .collect(joining("\n")));
  }

  /// Wide enough for a thumb, and high.
  private static String button(Letter letter) {
    return """
    <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr>
    <td align="center" bgcolor="#1e3a8a" style="border-radius:6px;background:#1e3a8a"><a href="%s" rel="noreferrer" style="display:block;padding:14px 16px;font-size:17px;line-height:20px;font-weight:700;color:#ffffff;text-decoration:none">%s</a></td>
    </tr></table>\
    """
        .formatted(escaped(letter.link().toString()), escaped(letter.label()));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
