package pose.track;

import java.util.Arrays;

/**
 * Who goes with whom at the least cost: the Hungarian method by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant
 * 1987), O(rows² × columns) for up to as many rows as columns.
 */
public final class Assignment {

    private Assignment() {}

    /**
     * Assigns as many rows to columns as there can be, each to one, so that the sum of their costs is least.
     *
     * @param cost rows of equal length, finite
     * @return for each row its column, or −1 where there are fewer columns than rows
     */
    public static int[] solve(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        if (rows <= columns) {
            return solveWide(cost, rows, columns);
        }
        double[][] turned = new double[columns][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column][row] = cost[row][column];
            }
        }
        int[] rowOf = solveWide(turned, columns, rows);
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int column = 0; column < columns; column++) {
            columnOf[rowOf[column]] = column;
        }
        return columnOf;
    }

    /** Rows and columns count from 1 inside; column 0 stands for the row that is being placed. */
    private static int[] solveWide(double[][] cost, int rows, int columns) {
        double[] rowPrice = new double[rows + 1];
        double[] columnPrice = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] before = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[columns + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] reached = new boolean[columns + 1];
            do {
                reached[column] = true;
                int from = rowOf[column];
                double step = Double.POSITIVE_INFINITY;
                int nearest = 0;
                for (int to = 1; to <= columns; to++) {
                    if (reached[to]) {
                        continue;
                    }
                    double reduced = cost[from - 1][to - 1] - rowPrice[from] - columnPrice[to];
                    if (reduced < least[to]) {
                        least[to] = reduced;
                        before[to] = column;
                    }
                    if (least[to] < step) {
                        step = least[to];
                        nearest = to;
                    }
                }
                for (int to = 0; to <= columns; to++) {
                    if (reached[to]) {
                        rowPrice[rowOf[to]] += step;
                        columnPrice[to] -= step;
                    } else {
                        least[to] -= step;
                    }
                }
                column = nearest;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }
        int[] columnOf = new int[rows];
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] != 0) {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }
}
