package dev.countersign.model.tools;

import dev.countersign.source.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/// The passages of a library, by their words (Lucene's BM25), in memory. A passage is some lines of
/// one page, as they stand there.
final class PassageIndex implements AutoCloseable {
  private static final int PASSAGE_CHARS = 500;
  private static final String TEXT = "text";

  private final Analyzer words;
  private final ByteBuffersDirectory directory;
  private final DirectoryReader reader;
  private final List<Hit> passages;

  private PassageIndex(
      Analyzer words, ByteBuffersDirectory directory, DirectoryReader reader, List<Hit> passages) {
    this.words = words;
    this.directory = directory;
    this.reader = reader;
    this.passages = passages;
  }

  /// A passage that was found.
  record Hit(Library.Place place, String text) {}

  static PassageIndex of(Library library) {
    var passages = passages(library);
    var words = new Words();
    var directory = new ByteBuffersDirectory();
    try {
      // The default codec's compound files would only be copied once more.
      var config = new IndexWriterConfig(words).setUseCompoundFile(false);
      try (var writer = new IndexWriter(directory, config)) {
        for (var passage : passages) {
          var document = new Document();
          document.add(new TextField(TEXT, passage.text(), Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1); // so that documents keep the order they came in
      }
      return new PassageIndex(words, directory, DirectoryReader.open(directory), passages);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
  }

  /// The best first; none when no passage has any of the words.
  List<Hit> search(String query, int most) {
    var parsed = new QueryBuilder(words).createBooleanQuery(TEXT, query);
    if (parsed == null) return List.of();
    try {
      var found = new IndexSearcher(reader).search(parsed, most);
      var hits = new ArrayList<Hit>();
      for (var hit : found.scoreDocs) hits.add(passages.get(hit.doc));
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  private static List<Hit> passages(Library library) {
    var passages = new ArrayList<Hit>();
    for (var entry : library.entries())
      for (Page page : entry.document().pages()) {
        var place = new Library.Place(entry, page);
        for (String passage : cut(page.text())) passages.add(new Hit(place, passage));
      }
    return passages;
  }

  /// Whole lines, up to the size of a passage.
  private static List<String> cut(String text) {
    var passages = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int end = Math.min(text.length(), from + PASSAGE_CHARS);
      int line = end == text.length() ? -1 : text.lastIndexOf('\n', end);
      if (line > from) end = line + 1;
      var passage = text.substring(from, end);
      if (!passage.isBlank()) passages.add(passage);
      from = end;
    }
    return passages;
  }

  @Override
  public void close() {
    try (directory;
        reader) {
      words.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be closed", e);
    }
  }

  /// Words as Unicode cuts them, without case, accents and the endings of English plurals and
  /// verbs.
  private static final class Words extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      var tokens = new StandardTokenizer();
      return new TokenStreamComponents(
          tokens, new KStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(tokens))));
    }
  }
}
