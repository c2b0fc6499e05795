package dev.countersign.model.tools;

import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.workflow.EffectClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of a sheet or table, cell by cell.
@ApplicationScoped
public class ReadTable implements Tool<ReadTable.Arguments> {
  private static final int MOST_ROWS = 100;

  /// @param row the first row wanted, from 1
  /// @param rows how many, 1 to 100
  @RegisterForReflection
  public record Arguments(String source, int page, int row, int rows) {
    public Arguments {
      if (row < 1) throw new IllegalArgumentException("row counts from 1");
      if (rows < 1 || rows > MOST_ROWS)
        throw new IllegalArgumentException("rows is 1 to " + MOST_ROWS);
    }
  }

  @Override
  public String name() {
    return "read_table";
  }

  @Override
  public String description() {
    return "Reads rows of a sheet or table (CSV, XLSX, DOCX, HTML) with its cells kept apart by |."
        + " source: a short name such as S1. page: from 1. row: the first row, from 1. rows: how"
        + " many, at most 100.";
  }

  @Override
  public EffectClass effect() {
    return EffectClass.READ;
  }

  @Override
  public Class<Arguments> arguments() {
    return Arguments.class;
  }

  @Override
  public ToolAnswer use(Arguments wanted, Library library) {
    return library.on(wanted.source(), wanted.page(), place -> rows(place, wanted));
  }

  private static ToolAnswer rows(Library.Place place, Arguments wanted) {
    var rows = place.page().rows();
    if (rows.isEmpty())
      return ToolAnswer.refused(
          Fault.NO_TABLE, place.label() + " has no table that was read as one; use read_page.");
    if (wanted.row() > rows.size())
      return ToolAnswer.refused(
          Fault.TOO_LARGE, "%s has %d rows.".formatted(place.label(), rows.size()));
    int from = wanted.row() - 1;
    int to = Math.min(rows.size(), from + wanted.rows());
    return new ToolAnswer.Found(
        IntStream.range(from, to)
            .mapToObj(at -> line(at, rows.get(at)))
            .collect(
                Collectors.joining(
                    "\n",
                    "%s, rows %d to %d of %d:\n"
                        .formatted(place.label(), from + 1, to, rows.size()),
                    "")),
        rows.subList(from, to).stream()
            .map(row -> place.cite(String.join(" ", row).strip()))
            .toList());
  }

  private static String line(int at, List<String> cells) {
    return (at + 1) + " | " + String.join(" | ", cells);
  }
}
