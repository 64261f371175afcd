package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/** The updates of one run. */
final class Descent implements Stateful {

    private static final int NO_UPDATE = -1;

    private final Estimator.Memory estimator;
    private final List<Transformation.Memory> chain;
    private final Schedule schedule;
    private final Averaging.Memory averaging;
    private final int skips;
    private final double[] point;
    private final Update update;
    private long updates;
    private long skipped;
    private long skippedInARow;
    private double loss;
    private int nextLink = NO_UPDATE;
    private double lossSum;
    private long lossCount;

    Descent(
            Estimator.Memory estimator,
            List<Transformation.Memory> chain,
            Schedule schedule,
            Averaging.Memory averaging,
            int skips,
            double[] point) {
        this.estimator = estimator;
        this.chain = List.copyOf(chain);
        this.schedule = schedule;
        this.averaging = averaging;
        this.skips = skips;
        this.point = point;
        update = new Update(point, new double[point.length]);
    }

    /** Makes one update, or goes on with one that the budget interrupted; a verdict if there is none to be made. */
    Optional<Verdict> step() {
        double[] vector = update.vector();
        if (nextLink == NO_UPDATE) {
            loss = estimator.estimate(point, vector);
            if (!Double.isFinite(loss) || !Vectors.isFinite(vector)) {
                return skip(
                        "the estimate of the value is " + loss + " and of the gradient norm " + Vectors.norm(vector));
            }
            update.from(estimator.batch(), loss);
            nextLink = 0;
        }
        while (nextLink < chain.size()) {
            chain.get(nextLink).apply(update);
            nextLink++;
        }
        nextLink = NO_UPDATE;
        if (!Vectors.isFinite(vector)) {
            return skip("the norm of the transformed gradient is " + Vectors.norm(vector));
        }
        lossSum += loss;
        lossCount++;
        Vectors.addScaled(-schedule.rate(updates), vector, point);
        averaging.moved(point);
        updates++;
        skippedInARow = 0;
        return Optional.empty();
    }

    private Optional<Verdict> skip(String reason) {
        if (skippedInARow < skips) {
            skipped++;
            skippedInARow++;
            updates++;
            return Optional.empty();
        }
        String before = skips == 0 ? "" : ", after " + Text.count(skippedInARow, "update") + " skipped in a row";
        return Optional.of(new Verdict(
                Status.DIVERGED, reason + " in update " + (updates + 1) + before + ", expected finite numbers"));
    }

    /** Tells which point is measured. */
    void show(double[] shown) {
        averaging.show(point, shown);
    }

    /** The mean of the estimates of the value since this was asked last, NaN if there were none. */
    double meanLoss() {
        double mean = lossSum / lossCount;
        lossSum = 0;
        lossCount = 0;
        return mean;
    }

    /** The rate of the next update. */
    double rate() {
        return schedule.rate(updates);
    }

    long updates() {
        return updates;
    }

    long skipped() {
        return skipped;
    }

    /** Where updates have led, the buffer itself. */
    double[] point() {
        return point;
    }

    @Override
    public void exchange(State state) {
        state.vector(point);
        updates = state.integer(updates);
        skipped = state.integer(skipped);
        skippedInARow = state.integer(skippedInARow);
        lossSum = state.number(lossSum);
        lossCount = state.integer(lossCount);
        nextLink = state.integer(nextLink);
        exchangeUpdate(state);
        state.part("estimator", estimator);
        chain.forEach(link -> state.part("link", link));
        state.part("averaging", averaging);
    }

    /** An update on its way, if there is one: links that were passed have learned from it already. */
    private void exchangeUpdate(State state) {
        if (nextLink == NO_UPDATE) {
            return;
        }
        loss = state.number(loss);
        state.vector(update.vector());
        double[] batch =
                state.array(Arrays.stream(update.batch()).asDoubleStream().toArray());
        update.from(Arrays.stream(batch).mapToInt(index -> (int) index).toArray(), loss);
    }
}
