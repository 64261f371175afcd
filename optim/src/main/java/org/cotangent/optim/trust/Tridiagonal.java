package org.cotangent.optim.trust;

import java.util.Arrays;
import org.cotangent.optim.run.Vectors;

/**
 * The trust-region problem for a growing symmetric tridiagonal T and a gradient along the first axis,
 * by Newton's method on 1/‖h(λ)‖ − 1/Δ with (T + λI) h = −γ e₁ (Gould, Lucidi, Roma, Toint 1999, section
 * 5.2). O(k) operations a try. As no off-diagonal entry vanishes, every eigenvector has a part along the
 * first axis and the hard case cannot occur; nearly, it can.
 */
final class Tridiagonal {

    /** Relative error of the length. */
    private static final double TOLERANCE = 1e-8;

    /** Newton needs a handful; halving the exponent range of a double takes eleven, its digits 53. */
    private static final int MOST_STEPS = 100;

    /** At a λ that is right to the last bit the first one is nearly enough. */
    private static final int INVERSE_ITERATIONS = 3;

    private final double[] diagonal;
    private final double[] couplings;
    private final double[] pivots;
    private int size;
    private double lambda;
    private boolean restricted;

    Tridiagonal(int capacity) {
        diagonal = new double[capacity];
        couplings = new double[capacity];
        pivots = new double[capacity];
    }

    int size() {
        return size;
    }

    int capacity() {
        return diagonal.length;
    }

    /** Adds a row, with its coupling to the one that will follow, 0 if none will. */
    void extend(double entry, double coupling) {
        diagonal[size] = entry;
        couplings[size] = coupling;
        size++;
    }

    /** The coupling to the row that is not there yet. */
    double lastCoupling() {
        return couplings[size - 1];
    }

    /** Whether the radius stopped the last solution short. */
    boolean isRestricted() {
        return restricted;
    }

    /** The solution h; λ never falls from one size to the next, so it starts where the last one ended. */
    double[] minimize(double gamma, double radius) {
        double[] h = new double[size];
        if (lambda == 0 && solve(0, gamma, h) && Vectors.norm(h) <= radius) {
            restricted = false;
            return h;
        }
        restricted = true;
        double lower = lambda;
        double upper = gamma / radius + bound();
        double next = lambda;
        for (int k = 0; k < MOST_STEPS; k++) {
            lambda = next;
            if (!solve(lambda, gamma, h)) {
                lower = Math.max(lower, lambda);
                next = middle(lower, upper);
                continue;
            }
            double norm = Vectors.norm(h);
            if (Math.abs(norm - radius) <= TOLERANCE * radius) {
                break;
            }
            if (norm > radius) {
                lower = Math.max(lower, lambda);
            } else {
                upper = Math.min(upper, lambda);
            }
            double newton = lambda + (norm / radius - 1) * norm * norm / energy(h);
            next = newton > lower && newton < upper ? newton : middle(lower, upper);
            if (next == lambda) {
                break;
            }
        }
        return fitted(h, gamma, radius, upper);
    }

    /** Geometric where the ends are far apart. */
    private static double middle(double lower, double upper) {
        double far = 1e-3;
        return lower < far * upper ? Math.max(far * upper, Math.sqrt(lower * upper)) : (lower + upper) / 2;
    }

    private double[] fitted(double[] h, double gamma, double radius, double upper) {
        if (!solve(lambda, gamma, h)) {
            lambda = upper;
            solve(lambda, gamma, h);
        }
        double norm = Vectors.norm(h);
        if (norm > radius) {
            Vectors.scale(radius / norm, h);
        } else if (norm < (1 - TOLERANCE) * radius) {
            complete(h, radius);
        }
        return h;
    }

    /** The nearly hard case: no λ in double precision makes h long enough, so it goes on along an eigenvector. */
    private void complete(double[] h, double radius) {
        double[] eigenvector = new double[size];
        Arrays.fill(eigenvector, 1);
        for (int k = 0; k < INVERSE_ITERATIONS; k++) {
            substitute(eigenvector);
            double norm = Vectors.norm(eigenvector);
            if (!(norm > 0) || Double.isInfinite(norm)) {
                return;
            }
            Vectors.scale(1 / norm, eigenvector);
        }
        if (Vectors.dot(h, eigenvector) < 0) {
            Vectors.scale(-1, eigenvector);
        }
        Vectors.addScaled(Sphere.distance(h, eigenvector, radius), eigenvector, h);
    }

    /** Gershgorin's bound on every |eigenvalue|. */
    private double bound() {
        double bound = 0;
        for (int i = 0; i < size; i++) {
            double row = Math.abs(diagonal[i]) + (i > 0 ? couplings[i - 1] : 0) + (i + 1 < size ? couplings[i] : 0);
            bound = Math.max(bound, row);
        }
        return bound;
    }

    /** Solves (T + λI) h = −γ e₁ by T + λI = L diag(pivots) Lᵀ; false if that is not positive definite. */
    private boolean solve(double shift, double gamma, double[] h) {
        for (int i = 0; i < size; i++) {
            pivots[i] = diagonal[i] + shift - (i == 0 ? 0 : couplings[i - 1] / pivots[i - 1] * couplings[i - 1]);
            if (!(pivots[i] > 0)) {
                return false;
            }
        }
        Arrays.fill(h, 0);
        h[0] = -gamma;
        substitute(h);
        return Vectors.isFinite(h);
    }

    /** Replaces v by (T + λI)⁻¹ v. */
    private void substitute(double[] v) {
        for (int i = 1; i < size; i++) {
            v[i] -= couplings[i - 1] / pivots[i - 1] * v[i - 1];
        }
        v[size - 1] /= pivots[size - 1];
        for (int i = size - 2; i >= 0; i--) {
            v[i] = (v[i] - couplings[i] * v[i + 1]) / pivots[i];
        }
    }

    /** hᵀ (T + λI)⁻¹ h by the pivots of the last solve: the derivative of −½‖h‖². */
    private double energy(double[] h) {
        double sum = 0;
        double carried = 0;
        for (int i = 0; i < size; i++) {
            carried = h[i] - (i == 0 ? 0 : couplings[i - 1] / pivots[i - 1] * carried);
            sum += carried * carried / pivots[i];
        }
        return sum;
    }

    /** −(γ h₁ + ½ hᵀTh). */
    double decrease(double gamma, double[] h) {
        double sum = 0;
        for (int i = 0; i < h.length; i++) {
            sum += diagonal[i] * h[i] * h[i] + (i + 1 < h.length ? 2 * couplings[i] * h[i] * h[i + 1] : 0);
        }
        return -gamma * h[0] - sum / 2;
    }
}
