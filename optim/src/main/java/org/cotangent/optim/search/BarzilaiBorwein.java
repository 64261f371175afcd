package org.cotangent.optim.search;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The negative gradient with a step from the last change of the gradient: Barzilai, Borwein (1988),
 * Two-point step size gradient methods, IMA J. Numer. Anal. 8, equations 5 and 6 in turn (Dai,
 * Fletcher 2005, Numer. Math. 100, section 1). Its values rise now and then, so it needs a rule that
 * lets them: {@link NonmonotoneArmijo} (Raydan 1997, The Barzilai and Borwein gradient method for the
 * large scale unconstrained minimization problem, SIAM J. Optim. 7).
 */
public record BarzilaiBorwein() implements Direction<DifferentiableFunction> {

    /** How many past values a new one may reach (M of Raydan 1997, section 4). */
    static final int PAST_VALUES = 10;

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new TwoPoints();
    }

    private static final class TwoPoints implements Memory {

        /** Limits of the step, and δ of step 6 of Raydan (1997), section 4, for where the formula is beyond them. */
        private static final double SHORTEST = 1e-10;

        private static final double LONGEST = 1e10;

        private final double[] pastValues = new double[PAST_VALUES];
        private long learned;
        private double step = Double.NaN;

        TwoPoints() {
            Arrays.fill(pastValues, Double.NEGATIVE_INFINITY);
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            double norm = Vectors.norm(gradient);
            // Before anything is known, a step of length at most 1.
            heading.steepestDescent(gradient, Double.isNaN(step) ? Math.min(1, 1 / norm) : step);
            double ceiling = at.value();
            for (double past : pastValues) {
                ceiling = Math.max(ceiling, past);
            }
            heading.tolerate(ceiling);
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            pastValues[(int) (learned % PAST_VALUES)] = from.value();
            double[] x = from.point();
            double[] g = from.gradient();
            double stepSquare = 0;
            double product = 0;
            double changeSquare = 0;
            for (int i = 0; i < x.length; i++) {
                double s = to.point()[i] - x[i];
                double y = to.gradient()[i] - g[i];
                stepSquare += s * s;
                product += s * y;
                changeSquare += y * y;
            }
            double proposed = learned % 2 == 0 ? stepSquare / product : product / changeSquare;
            step = proposed > SHORTEST && proposed < LONGEST ? proposed : substitute(Vectors.norm(to.gradient()));
            learned++;
        }

        private static double substitute(double gradientNorm) {
            return gradientNorm > 1 ? 1 : Math.min(1e5, 1 / gradientNorm);
        }

        @Override
        public void exchange(State state) {
            state.vector(pastValues);
            learned = state.integer(learned);
            step = state.number(step);
        }
    }
}
