package org.cotangent.optim.search;

import java.util.function.Supplier;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/** The point that a search is at, and the best one that it was at. */
final class Standing implements Stateful {

    private final Supplier<FunctionEvaluation> blanks;
    private Evaluation current;
    private Evaluation best;
    private double bestGradientNorm;

    /** At the start, which may still be unevaluated. */
    Standing(Evaluation start, Supplier<FunctionEvaluation> blanks) {
        this.blanks = blanks;
        current = start;
        best = start;
    }

    Evaluation current() {
        return current;
    }

    Evaluation best() {
        return best;
    }

    /** Enters the gradient norm of the start. */
    void begin(double gradientNorm) {
        bestGradientNorm = gradientNorm;
    }

    /** Goes on to another point. */
    void advance(Evaluation next) {
        current = next;
    }

    /** Of two values that differ by rounding alone, the one with the smaller gradient is better. */
    void keepBest(double gradientNorm) {
        double fall = best.value() - current.value();
        boolean level = Math.abs(fall) <= Stagnation.LEVEL * Math.abs(current.value());
        if (level ? gradientNorm <= bestGradientNorm : fall > 0) {
            best = current;
            bestGradientNorm = gradientNorm;
        }
    }

    @Override
    public void exchange(State state) {
        boolean bestIsPast = state.flag(best != current);
        state.part("current point", current);
        if (!bestIsPast) {
            best = current;
        } else if (best == current) {
            best = blanks.get();
        }
        if (bestIsPast) {
            state.part("best point", best);
        }
        bestGradientNorm = state.number(bestGradientNorm);
    }
}
