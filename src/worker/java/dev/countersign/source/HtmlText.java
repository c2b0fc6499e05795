package dev.countersign.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The text of HTML as a browser shows it in lines; what inline styles and comments hide is kept
/// apart.
record HtmlText(String seen, List<List<String>> rows, List<TextLine> hidden) {
  private static final Set<String> NEVER_SHOWN =
      Set.of("script", "style", "head", "noscript", "template", "object", "svg");
  private static final Pattern HIDING =
      Pattern.compile(
          "display:none|visibility:hidden|opacity:0(\\.0+)?(;|$)|font-size:[0-2](\\.\\d+)?(px|pt|;|$)"
              + "|mso-hide:all|max-height:0|(?:^|;)color:transparent|(?:left|top|text-indent):-\\d{3,}");

  static HtmlText of(String html) {
    Collect collect = new Collect();
    Element body = Jsoup.parse(html).body();
    body.traverse(collect);
    return new HtmlText(
        PlainText.of(collect.tidy()), rows(body), HiddenText.lines(collect.hidden.toString()));
  }

  private static List<List<String>> rows(Element body) {
    List<List<String>> rows = new ArrayList<>();
    for (Element row : body.select("tr:not(:has(table))")) {
      Interrupted.check();
      List<String> cells =
          row.children().stream().map(cell -> PlainText.line(cell.text())).toList();
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) rows.add(cells);
    }
    return rows;
  }

  private static final class Collect implements NodeVisitor {
    private final StringBuilder seen = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private int skippedFrom = Integer.MAX_VALUE;
    private int hiddenFrom = Integer.MAX_VALUE;

    @Override
    public void head(Node node, int depth) {
      Interrupted.check();
      if (depth <= skippedFrom) skippedFrom = Integer.MAX_VALUE;
      if (depth <= hiddenFrom) hiddenFrom = Integer.MAX_VALUE;
      if (depth > skippedFrom) return;
      StringBuilder text = depth > hiddenFrom ? hidden : seen;
      switch (node) {
        case TextNode words -> text.append(words.getWholeText().replaceAll("\\s+", " "));
        case Element element -> open(element, depth, text);
        case Comment comment when !comment.getData().startsWith("[") ->
            hidden.append('\n').append(comment.getData()).append('\n');
        default -> {}
      }
    }

    private void open(Element element, int depth, StringBuilder text) {
      String tag = element.normalName();
      if (NEVER_SHOWN.contains(tag)) skippedFrom = Math.min(skippedFrom, depth);
      if (isHidden(element)) hiddenFrom = Math.min(hiddenFrom, depth);
      if (tag.equals("td") || tag.equals("th")) text.append('\t');
      else if (tag.equals("br") || element.isBlock()) text.append('\n');
    }

    private static boolean isHidden(Element element) {
      String style = element.attr("style").replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
      return element.hasAttr("hidden") || HIDING.matcher(style).find();
    }

    @Override
    public void tail(Node node, int depth) {
      boolean cell = node.normalName().equals("td") || node.normalName().equals("th");
      if (node instanceof Element element && element.isBlock() && !cell) {
        (depth >= hiddenFrom ? hidden : seen).append('\n');
      }
    }

    private String tidy() {
      StringBuilder tidy = new StringBuilder(seen.length());
      seen.toString()
          .lines()
          .map(line -> line.replaceAll("[ \\u00A0]+", " ").replaceAll(" ?\t ?", "\t").strip())
          .filter(line -> !line.isEmpty())
          .forEach(line -> tidy.append(line).append('\n'));
      return tidy.toString();
    }
  }
}
