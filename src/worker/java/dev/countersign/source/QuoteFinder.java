package dev.countersign.source;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds a quote again on a page. Both are compared after NFKC, with plain quotes and hyphens,
/// without soft hyphens, other characters that nobody sees and the marks of a quoted mail, and with
/// white space folded; case counts.
///
/// A quote stands on a page when it is a contiguous run of its text, or of one of its lines, which
/// is how a row of a table reads from left to right.
public final class QuoteFinder {
  /// Shorter than this proves nothing.
  public static final int SHORTEST = 4;

  private static final Pattern QUOTE_MARKS = Pattern.compile("(?m)^(> ?)+");
  private static final Pattern WHITE = Pattern.compile("[\\s\\u0085\\u00A0\\u001C-\\u001F]+");

  /// Zero-width characters and the like, which nobody sees.
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private static final Pattern SINGLE = Pattern.compile("[\\u2018\\u2019]");
  private static final Pattern DOUBLE = Pattern.compile("[\\u201C\\u201D]");
  private static final Pattern HYPHENS = Pattern.compile("[\\u2010\\u2011\\u2013\\u2014\\u2212]");

  private final String text;
  private final String lines;
  private final String hidden;

  private QuoteFinder(Page page) {
    text = normalized(QUOTE_MARKS.matcher(page.text()).replaceAll(""));
    lines = apart(page.lines());
    hidden = apart(page.hidden()) + "\n" + normalized(page.label());
  }

  public static QuoteFinder on(Page page) {
    return new QuoteFinder(page);
  }

  /// Whether a person who looks at the page finds the quote there.
  public boolean finds(String quote) {
    String wanted = normalized(quote);
    return wanted.length() >= SHORTEST && (text.contains(wanted) || lines.contains(wanted));
  }

  /// Whether it stands in the page's text that nobody sees, or in the page's own name.
  public boolean findsHidden(String quote) {
    String wanted = normalized(quote);
    return wanted.length() >= SHORTEST && hidden.contains(wanted);
  }

  /// The form in which quotes are compared.
  public static String normalized(String written) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
    plain = UNSEEN.matcher(plain).replaceAll("");
    plain = SINGLE.matcher(plain).replaceAll("'");
    plain = DOUBLE.matcher(plain).replaceAll("\"");
    plain = HYPHENS.matcher(plain).replaceAll("-");
    return WHITE.matcher(plain).replaceAll(" ").strip();
  }

  /// Lines kept apart by a line end, which no normalized quote holds.
  private static String apart(List<TextLine> lines) {
    return lines.stream().map(line -> normalized(line.text())).collect(Collectors.joining("\n"));
  }
}
