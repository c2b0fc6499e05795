package dev.countersign.packet.bid.align;

import java.util.Arrays;

/// The one-to-one assignment with the greatest sum (the Hungarian method, with potentials).
final class BestAssignment {
  private final double[][] cost;
  private final int size;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOfColumn;

  private BestAssignment(double[][] gain, int columns) {
    size = Math.max(gain.length, columns);
    cost = new double[size + 1][size + 1];
    for (int row = 0; row < gain.length; row++) {
      for (int column = 0; column < columns; column++)
        cost[row + 1][column + 1] = -gain[row][column];
    }
    rowPotential = new double[size + 1];
    columnPotential = new double[size + 1];
    rowOfColumn = new int[size + 1];
  }

  /// For each row the column that it is given, or -1; pairs that gain less than `least` are left
  /// out.
  static int[] of(double[][] gain, int columns, double least) {
    var solver = new BestAssignment(clipped(gain, least), columns);
    for (int row = 1; row <= solver.size; row++) solver.place(row);
    var columnOfRow = new int[gain.length];
    Arrays.fill(columnOfRow, -1);
    for (int column = 1; column <= columns; column++) {
      int row = solver.rowOfColumn[column] - 1;
      if (row >= 0 && row < gain.length && gain[row][column - 1] >= least)
        columnOfRow[row] = column - 1;
    }
    return columnOfRow;
  }

  private static double[][] clipped(double[][] gain, double least) {
    var clipped = new double[gain.length][];
    for (int row = 0; row < gain.length; row++) {
      clipped[row] = Arrays.stream(gain[row]).map(value -> value < least ? 0 : value).toArray();
    }
    return clipped;
  }

  private void place(int row) {
    var slack = new double[size + 1];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    var previous = new int[size + 1];
    var visited = new boolean[size + 1];
    rowOfColumn[0] = row;
    int column = 0;
    do {
      visited[column] = true;
      column = step(column, slack, previous, visited);
    } while (rowOfColumn[column] != 0);
    while (column != 0) {
      int before = previous[column];
      rowOfColumn[column] = rowOfColumn[before];
      column = before;
    }
  }

  private int step(int column, double[] slack, int[] previous, boolean[] visited) {
    int row = rowOfColumn[column];
    double least = Double.POSITIVE_INFINITY;
    int next = 0;
    for (int other = 1; other <= size; other++) {
      if (visited[other]) continue;
      double reduced = cost[row][other] - rowPotential[row] - columnPotential[other];
      if (reduced < slack[other]) {
        slack[other] = reduced;
        previous[other] = column;
      }
      if (slack[other] < least) {
        least = slack[other];
        next = other;
      }
    }
    for (int other = 0; other <= size; other++) {
      if (visited[other]) {
        rowPotential[rowOfColumn[other]] += least;
        columnPotential[other] -= least;
      } else {
        slack[other] -= least;
      }
    }
    return next;
  }
}
