package org.cotangent.optim.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/**
 * A few Newton steps that may go uphill, on the way to a point below where they began. Where a valley bends, a line
 * meets its wall after a step that is short however good the direction is; a long step along the valley ends high on
 * the wall, and the next one, with the Hessian there, on its floor. The idea of the watchdog (Chamberlain, Powell,
 * Lemaréchal, Pedersen 1982, The watchdog technique for forcing convergence in algorithms for constrained
 * optimization, Math. Programming Study 16) and of Grippo, Lampariello, Lucidi (1986), A nonmonotone line search
 * technique for Newton's method, SIAM J. Numer. Anal. 23. Hessians are n differences of gradients each.
 */
final class Excursion implements Stateful {

    /** One along the valley, the others back to its floor; 3 and 4 need 3 and 1 % more evaluations over the test sets. */
    private static final int MOST_STEPS = 5;

    /** The first length of a step, relative to the variables. */
    private static final double FIRST_RADIUS = 0.1;

    /** No variable moves by more than the largest size that it ever had. */
    private static final double LARGEST_RADIUS = 1;

    /** The usual factors of a radius (Nocedal, Wright 2006, algorithm 4.1). */
    private static final double GROWTH = 2;

    private static final double SHRINKAGE = 0.25;

    /** Forward differences over half of the digits (Nocedal, Wright 2006, section 8.1). */
    private static final double SPACING = Math.sqrt(Math.ulp(1.0));

    private final Supplier<FunctionEvaluation> blanks;
    private final VariableSizes given;
    private final double[] sizes;
    private double radius = FIRST_RADIUS;

    Excursion(int dimension, VariableSizes given, Supplier<FunctionEvaluation> blanks) {
        this.blanks = blanks;
        this.given = given;
        sizes = new double[dimension];
    }

    /**
     * Where an excursion led.
     *
     * @param lower a point below the start, if there was one
     * @param inverse the inverse Hessian by rows, its curvatures made positive and damped as the step there was, so
     *     that a search which begins with it goes no farther: where the last step began if it led below, otherwise at
     *     the start; empty if none was finite
     */
    record Return(Optional<FunctionEvaluation> lower, Optional<double[]> inverse) {}

    /** Remembers how large variables are at a point that the search goes through, so that they can pass 0. */
    void pass(Evaluation point) {
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.max(sizes[i], given.at(i, point.point()[i]));
        }
    }

    /** Goes as far as the first point that is lower, until the steps are spent or go higher than the first. */
    Return from(Evaluation start) {
        Optional<double[]> inverse = Optional.empty();
        Evaluation at = start;
        double first = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_STEPS; k++) {
            Optional<AbsoluteNewton> newton = AbsoluteNewton.of(hessian(at), positiveSizes());
            if (newton.isEmpty()) {
                break;
            }
            FunctionEvaluation next = blanks.get();
            double damping = newton.get().damping(at.gradient(), radius);
            Vectors.sum(at.point(), 1, newton.get().step(at.gradient(), damping), next.overwrite());
            if (!Vectors.isFinite(next.gradient()) || !Double.isFinite(next.value())) {
                break;
            }
            inverse = inverse.or(() -> Optional.of(newton.get().inverse(damping)));
            if (next.value() < start.value()) {
                radius = Math.min(LARGEST_RADIUS, GROWTH * radius);
                return new Return(Optional.of(next), Optional.of(newton.get().inverse(damping)));
            }
            if (next.value() > first) {
                break;
            }
            first = k == 0 ? next.value() : first;
            at = next;
        }
        radius *= SHRINKAGE;
        return new Return(Optional.empty(), inverse);
    }

    /** The size of a variable that was never but 0 is that of the largest. */
    private double[] positiveSizes() {
        double largest = Vectors.largest(sizes);
        double unseen = largest > 0 ? largest : 1;
        return Arrays.stream(sizes).map(size -> size > 0 ? size : unseen).toArray();
    }

    /** The symmetric part of n forward differences, by rows. */
    private double[] hessian(Evaluation at) {
        int n = sizes.length;
        double[] known = positiveSizes();
        double[] hessian = new double[n * n];
        FunctionEvaluation near = blanks.get();
        for (int j = 0; j < n; j++) {
            double[] moved = near.overwrite();
            System.arraycopy(at.point(), 0, moved, 0, n);
            moved[j] += SPACING * known[j];
            double spacing = moved[j] - at.point()[j];
            double[] beside = near.gradient();
            for (int i = 0; i < n; i++) {
                double half = (beside[i] - at.gradient()[i]) / spacing / 2;
                hessian[i * n + j] += half;
                hessian[j * n + i] += half;
            }
        }
        return hessian;
    }

    @Override
    public void exchange(State state) {
        state.vector(sizes);
        radius = state.number(radius);
    }
}
