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

    private final int n;
    private final double[] matrix;
    private final double uncertainty;

    private DifferencedHessian(int n, double[] differences) {
        this.n = n;
        matrix = symmetric(differences);
        uncertainty = asymmetry(differences);
    }

    /** Evaluates gradients around a point; empty for too many variables or where they are not finite. */
    static <E extends MovableEvaluation> Optional<DifferencedHessian> at(
            E point, VariableSizes sizes, Supplier<E> blanks) {
        int n = point.point().length;
        if (n > MOST_VARIABLES) {
            return Optional.empty();
        }
        double[] differences = new double[n * n];
        E near = blanks.get();
        double typical = Vectors.norm(point.point()) / Math.sqrt(n);
        for (int j = 0; j < n; j++) {
            double least = sizes.areKnown() ? 0 : SPACING * (typical > 0 ? typical : 1);
            double size = Math.max(sizes.at(j, point.point()[j]), least);
            double[] above = gradient(near, point.point(), j, SPACING * size);
            double[] below = gradient(near, point.point(), j, -SPACING * size);
            for (int i = 0; i < n; i++) {
                differences[i * n + j] = (above[i] - below[i]) / (2 * SPACING * size);
            }
        }
        return Vectors.isFinite(differences) ? Optional.of(new DifferencedHessian(n, differences)) : Optional.empty();
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
