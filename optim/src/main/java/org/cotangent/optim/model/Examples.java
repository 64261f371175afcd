package org.cotangent.optim.model;

import java.util.Objects;
import org.cotangent.ad.function.Checks;

/** Numbers of examples, one row for each in one array, so that a batch of neighbours needs no copy. */
final class Examples {

    private final int size;
    private final int width;
    private final double[] values;

    /**
     * A copy of rows.
     *
     * @param name of what they are, such as "inputs"
     * @param rows at least one, all of one length, finite numbers
     */
    Examples(String name, double[][] rows) {
        size = rows.length;
        width = row(name, rows, 0).length;
        values = new double[Checks.elements(name, size, width)];
        for (int i = 0; i < size; i++) {
            Checks.row(name, i, row(name, rows, i).length, width);
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw new IllegalArgumentException(name + "[" + k / width + "][" + k % width + "] is " + values[k]
                        + ", expected a finite number; leave the example out or fill the gap");
            }
        }
    }

    private static double[] row(String name, double[][] rows, int i) {
        return Objects.requireNonNull(rows[i], () -> name + "[" + i + "] is null, expected the numbers of an example");
    }

    int size() {
        return size;
    }

    /** How many numbers an example has. */
    int width() {
        return width;
    }

    /** All rows, not to be modified. */
    double[] values() {
        return values;
    }

    /** Whether a part of a batch lies in one piece. */
    boolean isOnePiece(int[] batch, int from, int rows) {
        for (int k = 1; k < rows; k++) {
            if (batch[from + k] != batch[from] + k) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies the rows of a part of a batch.
     *
     * @param spare an array to copy to if it is long enough
     * @return that array, or a longer one
     */
    double[] gathered(int[] batch, int from, int rows, double[] spare) {
        double[] copy = spare.length >= rows * width ? spare : new double[rows * width];
        for (int k = 0; k < rows; k++) {
            System.arraycopy(values, batch[from + k] * width, copy, k * width, width);
        }
        return copy;
    }
}
