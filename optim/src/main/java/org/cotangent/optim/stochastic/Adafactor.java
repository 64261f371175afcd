package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.List;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/**
 * Mean squares of a matrix kept as those of its rows and columns, so that memory is rows + columns
 * instead of their product; updates cut down to a root mean square of 1 (Shazeer, Stern 2018,
 * Adafactor: adaptive learning rates with sublinear memory cost, algorithms 4 and 5, β₂ as in section
 * 7.2, without momentum). The steps relative to the point of section 8 are {@link RelativeToPoint} after
 * this and the schedule {@link InverseRoot}.
 *
 * @param groups the shapes of all variables, in order and apart; what they leave out passes through
 * @param decay c in β₂ = 1 − t^−c, positive; the authors use 0.8
 * @param epsilon ε₁, added to squares, positive; the authors use 1e-30
 * @param threshold d, the largest root mean square of an update, positive; the authors use 1
 */
public record Adafactor(List<Group> groups, double decay, double epsilon, double threshold)
        implements GradientTransformation {

    public Adafactor {
        groups = Group.requireApart(groups);
        Require.positive("decay", decay, "0.8");
        Require.positive("epsilon", epsilon, "1e-30");
        Require.positive("threshold", threshold, "1");
    }

    /** The settings of the authors. */
    public static Adafactor of(Group... groups) {
        return new Adafactor(List.of(groups), 0.8, 1e-30, 1);
    }

    @Override
    public Memory begin(int dimension) {
        Group.requireWithin(groups, dimension);
        return new Factors(this);
    }

    private static final class Factors implements Memory {

        private final Adafactor settings;
        private final List<Factored> parts;
        private long count;

        Factors(Adafactor settings) {
            this.settings = settings;
            parts = settings.groups.stream().map(Factored::new).toList();
        }

        @Override
        public void apply(Update update) {
            count++;
            double kept = 1 - Math.pow((double) count, -settings.decay);
            for (Factored part : parts) {
                part.learn(update.vector(), kept, settings.epsilon);
                part.scale(update.vector());
                part.cut(update.vector(), settings.threshold);
            }
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            parts.forEach(part -> state.part("group", part));
        }
    }

    /** Mean squares of one group: of rows and columns of a matrix, of the entries of a vector. */
    private static final class Factored implements Stateful {

        private final Group group;
        private final double[] rows;
        private final double[] columns;

        Factored(Group group) {
            this.group = group;
            rows = new double[group.isMatrix() ? group.rows() : 0];
            columns = new double[group.isMatrix() ? group.columns() : group.length()];
        }

        void learn(double[] vector, double kept, double epsilon) {
            double[] rowSums = new double[rows.length];
            double[] columnSums = new double[columns.length];
            for (int k = 0; k < group.length(); k++) {
                double g = vector[group.from() + k];
                double square = g * g + epsilon;
                columnSums[k % columns.length] += square;
                if (group.isMatrix()) {
                    rowSums[k / columns.length] += square;
                }
            }
            mix(rows, rowSums, kept);
            mix(columns, columnSums, kept);
        }

        private static void mix(double[] mean, double[] latest, double kept) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] = kept * mean[i] + (1 - kept) * latest[i];
            }
        }

        void scale(double[] vector) {
            double total = Arrays.stream(rows).sum();
            for (int k = 0; k < group.length(); k++) {
                double column = columns[k % columns.length];
                double square = group.isMatrix() ? rows[k / columns.length] * column / total : column;
                vector[group.from() + k] /= Math.sqrt(square);
            }
        }

        void cut(double[] vector, double threshold) {
            double rootMeanSquare = rootMeanSquare(vector, group);
            if (rootMeanSquare > threshold) {
                for (int k = group.from(); k < group.to(); k++) {
                    vector[k] *= threshold / rootMeanSquare;
                }
            }
        }

        @Override
        public void exchange(State state) {
            state.vector(rows);
            state.vector(columns);
        }
    }

    /** √(mean of squares) over the variables of a group. */
    static double rootMeanSquare(double[] vector, Group group) {
        double sum = 0;
        for (int k = group.from(); k < group.to(); k++) {
            sum += vector[k] * vector[k];
        }
        return Math.sqrt(sum / group.length());
    }
}
