package org.cotangent.optim.trust;

import java.util.Optional;
import java.util.function.Supplier;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/**
 * The Hessian by central differences of gradients, 2n of them: for methods that know no second derivatives, to
 * verify a claim where they came to rest. A Hessian is symmetric, so what the differences lack of that measures
 * how far they are off.
 */
final class DifferencedHessian {

    /** Where the rounding of the gradient and the third derivatives left out by the difference are balanced. */
    static final double SPACING = Math.cbrt(Math.ulp(1.0));

    /** Beyond this the 2n gradients, and n³ operations, would cost more than a run. */
    static final int MOST_VARIABLES = 300;

    /** Changes of the slope to both sides that differ by this part of their sum are no quadratic's, and few functions'. */
    private static final double UNEVEN = 0.5;

    /** Where to look for a jump between the point and where its gradient was differenced, as parts of the way. */
    private static final double[] PARTS = {1.0 / 8, 0.21, 0.45};

    /** Slopes behind a jump differ by less than this part of it. */
    private static final double ALIKE = 0.1;

    private final int n;
    private final double[] matrix;
    private final double uncertainty;

    private DifferencedHessian(int n, double[] differences) {
        this.n = n;
        matrix = symmetric(differences);
        uncertainty = asymmetry(differences);
    }

    /** Evaluates gradients around a point; empty for too many variables, where they are not finite, or at a kink. */
    static <E extends MovableEvaluation> Optional<DifferencedHessian> at(
            E point, VariableSizes sizes, Supplier<E> blanks) {
        int n = point.point().length;
        if (n > MOST_VARIABLES) {
            return Optional.empty();
        }
        double[] differences = new double[n * n];
        double[] here = point.gradient().clone();
        E near = blanks.get();
        double typical = Vectors.norm(point.point()) / Math.sqrt(n);
        for (int j = 0; j < n; j++) {
            double least = sizes.areKnown() ? 0 : SPACING * (typical > 0 ? typical : 1);
            double size = Math.max(sizes.at(j, point.point()[j]), least);
            double[] above = gradient(near, point.point(), j, SPACING * size);
            double[] below = gradient(near, point.point(), j, -SPACING * size);
            if (jumps(near, point.point(), j, SPACING * size, below[j], here[j], above[j])) {
                return Optional.empty();
            }
            for (int i = 0; i < n; i++) {
                differences[i * n + j] = (above[i] - below[i]) / (2 * SPACING * size);
            }
        }
        return Vectors.isFinite(differences) ? Optional.of(new DifferencedHessian(n, differences)) : Optional.empty();
    }

    /**
     * Whether the slope along a variable jumps beside the point: it changes on one side more than on the other, and
     * there by as much over every part of the way. Rounding does not come out alike each time.
     *
     * @param way the distance of {@code below} and {@code above}, which are slopes
     */
    private static boolean jumps(
            MovableEvaluation near, double[] x, int j, double way, double below, double here, double above) {
        double down = here - below;
        double up = above - here;
        if (!(Math.abs(up - down) > UNEVEN * (Math.abs(up) + Math.abs(down)))) {
            return false;
        }
        boolean isAbove = Math.abs(up) >= Math.abs(down);
        double end = isAbove ? above : below;
        double jump = Math.max(Math.abs(up), Math.abs(down));
        for (double part : PARTS) {
            double slope = gradient(near, x, j, isAbove ? part * way : -part * way)[j];
            if (!(Math.abs(slope - end) <= ALIKE * jump)) {
                return false;
            }
        }
        return true;
    }

    private static double[] gradient(MovableEvaluation near, double[] x, int j, double step) {
        double[] moved = near.overwrite();
        System.arraycopy(x, 0, moved, 0, x.length);
        moved[j] += step;
        return near.gradient().clone();
    }

    private double[] symmetric(double[] differences) {
        double[] mean = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mean[i * n + j] = differences[i * n + j] / 2 + differences[j * n + i] / 2;
            }
        }
        return mean;
    }

    /** The Frobenius norm of the antisymmetric part in the even scale of the matrix: what eigenvalues may be off. */
    private double asymmetry(double[] differences) {
        double[] scale = EvenScale.of(matrix, n).scale();
        double[] odd = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                odd[i * n + j] = (differences[i * n + j] - differences[j * n + i]) / 2 / scale[i] / scale[j];
            }
        }
        // One variable has no asymmetry, and many may have little by chance: no difference is better than this.
        return Math.max(Vectors.norm(odd), SPACING * SPACING * n);
    }

    /** The Hessian by rows, length n·n, symmetric to the bit: the buffer itself. */
    double[] matrix() {
        return matrix;
    }

    /** How far eigenvalues in even scale may be off. */
    double uncertainty() {
        return uncertainty;
    }
}
