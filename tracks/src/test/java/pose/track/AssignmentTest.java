package pose.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {

    @Test
    void shouldGiveUpACheapPairForACheaperWhole() {
        // given a first row whose cheapest column is the only one that the second can bear
        double[][] cost = {{1, 2}, {1, 100}};

        // when
        int[] columns = Assignment.solve(cost);

        // then
        assertThat(columns).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5", "5,1", "4,4", "6,6", "3,6", "6,3", "7,5"})
    void shouldFindWhatTryingEverythingFinds(int rows, int columns) {
        for (int seed = 0; seed < 50; seed++) {
            // given
            double[][] cost = costs(rows, columns, seed);

            // when
            int[] found = Assignment.solve(cost);

            // then
            assertThat(total(cost, found))
                    .isCloseTo(least(cost, 0, new boolean[columns], rows - columns), within(1e-9));
            int[] used = Arrays.stream(found).filter(column -> column >= 0).toArray();
            assertThat(used).doesNotHaveDuplicates().hasSize(Math.min(rows, columns));
        }
    }

    @Test
    void shouldAssignNobodyWhereThereIsNobody() {
        assertThat(Assignment.solve(new double[0][0])).isEmpty();
        assertThat(Assignment.solve(new double[2][0])).containsExactly(-1, -1);
    }

    /** What takes exponentially long would not end. */
    @Test
    @Timeout(120)
    void shouldAssignTwoHundredToTwoHundred() {
        // given
        double[][] cost = costs(200, 200, 7);

        // when
        int[] columns = Assignment.solve(cost);

        // then
        assertThat(columns).hasSize(200).doesNotHaveDuplicates();
        for (int row = 0; row < 200; row++) {
            for (int other = 0; other < row; other++) {
                assertThat(cost[row][columns[row]] + cost[other][columns[other]])
                        .as("rows %d and %d, against the other way round", row, other)
                        .isLessThanOrEqualTo(cost[row][columns[other]] + cost[other][columns[row]] + 1e-9);
            }
        }
    }

    private static double[][] costs(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] cost = new double[rows][columns];
        for (double[] row : cost) {
            Arrays.setAll(row, column -> random.nextInt(20) - 10 + random.nextDouble());
        }
        return cost;
    }

    private static double total(double[][] cost, int[] columns) {
        double total = 0;
        for (int row = 0; row < columns.length; row++) {
            total += columns[row] < 0 ? 0 : cost[row][columns[row]];
        }
        return total;
    }

    /** By trying everything; {@code spare} rows go without. */
    private static double least(double[][] cost, int row, boolean[] used, int spare) {
        if (row == cost.length) {
            return 0;
        }
        double least = spare > 0 ? least(cost, row + 1, used, spare - 1) : Double.POSITIVE_INFINITY;
        for (int column = 0; column < used.length; column++) {
            if (!used[column]) {
                used[column] = true;
                least = Math.min(least, cost[row][column] + least(cost, row + 1, used, spare));
                used[column] = false;
            }
        }
        return least;
    }
}
