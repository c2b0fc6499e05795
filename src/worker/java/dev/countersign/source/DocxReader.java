package dev.countersign.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A word-processor document to one page: paragraphs as lines, table rows as rows, then footnotes,
/// headers and footers.
final class DocxReader implements SourceReader {
  private static final List<String> NOTES =
      List.of("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml");

  @Override
  public Reading read(String name, Path file, ReadLimits limits) throws IOException {
    DocxText text = new DocxText(limits.characters());
    boolean damaged = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : parts(zip)) damaged |= !readPart(zip, part, text);
    }
    List<Gap> gaps = new ArrayList<>();
    if (damaged) gaps.add(Gap.damagedInPart(name));
    if (text.isFull()) gaps.add(Gap.cutShort(name, "the end"));
    Page page = text.page();
    if (page.text().isBlank())
      return Reading.nothing(damaged ? Gap.damaged(name) : Gap.blank(name));
    return new Reading(List.of(page), gaps);
  }

  private static List<ZipEntry> parts(ZipFile zip) throws IOException {
    ZipEntry body = zip.getEntry("word/document.xml");
    if (body == null) throw new IOException("no document part");
    List<ZipEntry> parts = new ArrayList<>(List.of(body));
    zip.stream()
        .filter(entry -> NOTES.contains(entry.getName()) || isMargin(entry.getName()))
        .forEach(parts::add);
    return parts;
  }

  private static boolean isMargin(String part) {
    return part.matches("word/(header|footer)\\d*\\.xml");
  }

  /// @return whether the part was read to its end
  private static boolean readPart(ZipFile zip, ZipEntry part, DocxText text) throws IOException {
    try (InputStream in = zip.getInputStream(part)) {
      XMLStreamReader xml = safe().createXMLStreamReader(in);
      while (xml.hasNext() && !text.isFull()) {
        Interrupted.check();
        text.take(xml, xml.next());
      }
      return true;
    } catch (XMLStreamException | IOException e) {
      return false;
    } finally {
      text.endOfPart();
    }
  }

  /// No document types, no entities, nothing fetched (OWASP, XML external entity prevention).
  private static XMLInputFactory safe() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }
}
