package org.cotangent.optim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Holds a claim of convergence against the function itself at the returned point: value, gradient, the criterion
 * that the reason states, and the eigenvalues of the Hessian where it says that no negative curvature was seen.
 * Takes nothing from the code under test but the claim.
 */
final class ClaimCheck {

    /** The reason prints its limit with two digits. */
    private static final double PRINTED = 1.06;

    /** Steps and gaps are measured in other scales, or estimated from gradients: a claim is false if it is off by this. */
    private static final double SCALES = 1e3;

    /** A negative eigenvalue, the diagonal scaled to ±1, that no rounding of a Hessian explains. */
    private static final double NEGATIVE = 1e-6;

    private static final Pattern GRADIENT = Pattern.compile("gradient norm \\S+ <= (\\S+)");
    private static final Pattern STEP = Pattern.compile("relative (?:model|secant) step \\S+ <= (\\S+)");
    private static final Pattern GAP = Pattern.compile("estimated gap \\S+ <= ([^ ,]+)");

    private final Result result;
    private final double value;
    private final double[] gradient;
    private final double[] scale;
    private final EigenDecomposition_F64<DMatrixRMaj> eigen;

    private ClaimCheck(Result result, TwiceDifferentiableFunction function) {
        this.result = result;
        int n = function.dimension();
        gradient = new double[n];
        value = function.valueAndGradient(result.point(), gradient);
        double[] hessian = new double[n * n];
        function.hessian(result.point(), hessian);
        scale = new double[n];
        for (int i = 0; i < n; i++) {
            double size = Math.sqrt(Math.abs(hessian[i * n + i]));
            scale[i] = size > 0 ? size : 1;
        }
        DMatrixRMaj even = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                even.set(i, j, (hessian[i * n + j] / 2 + hessian[j * n + i] / 2) / scale[i] / scale[j]);
            }
        }
        eigen = DecompositionFactory_DDRM.eig(n, true, true);
        eigen.decompose(even);
    }

    /** What is wrong with a claim, empty if nothing is or if none was made. */
    static Optional<String> objection(Result result, TwiceDifferentiableFunction function) {
        return result.converged() ? new ClaimCheck(result, function).objection() : Optional.empty();
    }

    private Optional<String> objection() {
        if (!(Math.abs(value - result.value()) <= 1e-12 * Math.abs(value) + Double.MIN_NORMAL)) {
            return Optional.of("the value is " + value);
        }
        Optional<String> wrong = result.status() == Status.CONVERGED_TO_ROUNDING
                ? exceeds(GAP, newton()[1], SCALES, "the gap")
                : exceeds(GRADIENT, norm(gradient), PRINTED, "the gradient norm")
                        .or(() -> exceeds(STEP, newton()[0], SCALES, "the relative Newton step"));
        boolean certified = result.certificate().curvature().orElse(-1) >= 0;
        return wrong.or(() -> certified && smallest() < -NEGATIVE * largest() && isVisible()
                ? Optional.of("the smallest eigenvalue is " + smallest() + " of " + largest())
                : Optional.empty());
    }

    private Optional<String> exceeds(Pattern stated, double measured, double slack, String name) {
        Matcher matcher = stated.matcher(result.reason());
        return matcher.find() && !(measured <= slack * Double.parseDouble(matcher.group(1)))
                ? Optional.of(name + " is " + measured)
                : Optional.empty();
    }

    /** The Newton step relative to the point, and its decrement, along eigenvectors whose value is not rounding. */
    private double[] newton() {
        int n = gradient.length;
        double gap = 0;
        double square = 0;
        double size = 0;
        for (int k = 0; k < n; k++) {
            double curvature = eigen.getEigenvalue(k).getReal();
            double along = 0;
            double position = 0;
            for (int i = 0; i < n; i++) {
                along += eigen.getEigenVector(k).get(i) * gradient[i] / scale[i];
                position += eigen.getEigenVector(k).get(i) * result.point()[i] * scale[i];
            }
            boolean known = curvature > 4 * n * Math.ulp(1.0) * largest();
            gap += known ? along * along / curvature / 2 : 0;
            square += known ? along * along / curvature / curvature : 0;
            size += position * position;
        }
        return new double[] {square == 0 ? 0 : Math.sqrt(square / size), gap};
    }

    /**
     * Whether the value would fall by more than its last bit over a step as long as the point: where terms of some
     * variables have underflowed their curvature may have any sign, and nobody can follow it.
     */
    private boolean isVisible() {
        double square = 0;
        for (int i = 0; i < gradient.length; i++) {
            double entry = eigen.getEigenVector(flattest()).get(i) / scale[i];
            square += entry * entry;
        }
        double size = Math.max(1, norm(result.point()));
        return -smallest() / square * size * size / 2 > Math.ulp(value);
    }

    private double smallest() {
        return eigen.getEigenvalue(flattest()).getReal();
    }

    private int flattest() {
        int flattest = 0;
        for (int k = 1; k < gradient.length; k++) {
            flattest = eigen.getEigenvalue(k).getReal()
                            < eigen.getEigenvalue(flattest).getReal()
                    ? k
                    : flattest;
        }
        return flattest;
    }

    private double largest() {
        double largest = 0;
        for (int k = 0; k < gradient.length; k++) {
            largest = Math.max(largest, Math.abs(eigen.getEigenvalue(k).getReal()));
        }
        return largest;
    }

    private static double norm(double[] vector) {
        double norm = 0;
        for (double entry : vector) {
            norm = Math.hypot(norm, entry);
        }
        return norm;
    }
}
