package dev.countersign.packet.bid.present;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The packet's templates, parsed once. All that is put into them is escaped; a text that looks
/// like a template stays text.
final class Templates {
  private static final String FOLDER = "/packet/bid/";

  private final Template page;
  private final String pageStyle;
  private final Template print;
  private final String printStyle;

  Templates() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    engine.putTemplate("cell", html(engine, "cell.html"));
    this.page = html(engine, "comparison.html");
    this.pageStyle = resource("comparison.css");
    this.print = html(engine, "client.html");
    this.printStyle = resource("client.css");
  }

  /// The reviewer's page.
  String page(PacketView view) {
    return page.data("view", view, "style", new RawString(pageStyle)).render();
  }

  /// The client's document, well-formed XHTML.
  String print(PrintView view) {
    return print.data("view", view, "style", new RawString(printStyle)).render();
  }

  private static Template html(Engine engine, String name) {
    return engine.parse(resource(name), Variant.forContentType(Variant.TEXT_HTML), name);
  }

  private static String resource(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) throw new IllegalStateException("the build left out " + FOLDER + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
