package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The mean of several estimates for one update: large batches where only small ones fit into memory.
 *
 * @param each how each of them is made
 * @param count how many, at least 1
 * @param <F> what they ask of the sum
 */
public record Accumulated<F extends FiniteSum>(Estimator<F> each, int count) implements Estimator<F> {

    public Accumulated {
        Objects.requireNonNull(each, "each is null, expected an estimator such as new MiniBatch(batches)");
        if (count < 1) {
            throw new IllegalArgumentException("estimates to accumulate are " + count + ", expected at least 1");
        }
    }

    @Override
    public Memory begin(Objective<? extends F> objective) {
        return new Mean(each.begin(objective), count, objective.dimension());
    }

    private static final class Mean implements Memory {

        private final Memory each;
        private final int count;
        private final double[] sum;
        private double value;
        private int done;
        private int[] batch = {};

        Mean(Memory each, int count, int dimension) {
            this.each = each;
            this.count = count;
            sum = new double[dimension];
        }

        @Override
        public double estimate(double[] x, double[] gradient) {
            batch = done == 0 ? new int[0] : batch;
            // Where the budget ends in between, what was summed so far is kept.
            while (done < count) {
                value += each.estimate(x, gradient);
                Vectors.addScaled(1, gradient, sum);
                batch = IntStream.concat(Arrays.stream(batch), Arrays.stream(each.batch()))
                        .toArray();
                done++;
            }
            System.arraycopy(sum, 0, gradient, 0, sum.length);
            Vectors.scale(1.0 / count, gradient);
            double mean = value / count;
            Arrays.fill(sum, 0);
            value = 0;
            done = 0;
            return mean;
        }

        @Override
        public int[] batch() {
            return batch;
        }

        @Override
        public long perEpoch() {
            return (each.perEpoch() + count - 1) / count;
        }

        @Override
        public void exchange(State state) {
            state.part("each", each);
            done = state.integer(done);
            value = state.number(value);
            state.vector(sum);
            int[] kept = done == 0 ? new int[0] : batch;
            double[] numbers = state.array(Arrays.stream(kept).asDoubleStream().toArray());
            batch = Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
        }
    }
}
