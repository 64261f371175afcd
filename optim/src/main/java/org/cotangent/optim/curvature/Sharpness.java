package org.cotangent.optim.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Iterate;
import org.cotangent.optim.run.Observer;

/**
 * Reads the largest eigenvalue of the Hessian along a run. Gradient descent with a fixed step η stays
 * stable where it is below 2/η, and of neural networks it tends to rise until it is there (Cohen et al.
 * 2021). Not thread-safe, as any observer of one run; the products are not counted to the run.
 */
public final class Sharpness implements Observer {

    /** An observer looks, it does not certify: three digits. */
    private static final Lanczos ROUGH = Lanczos.standard().withVectors(32).withTolerance(1e-3);

    private final TwiceDifferentiableFunction function;
    private final long every;
    private final Lanczos lanczos;
    private final List<Reading> readings = new ArrayList<>();

    private Sharpness(TwiceDifferentiableFunction function, long every, Lanczos lanczos) {
        this.function = function;
        this.every = every;
        this.lanczos = lanczos;
    }

    /**
     * What was read at an iterate.
     *
     * @param iteration of the run
     * @param value f(x)
     * @param largest eigenvalue of the Hessian
     */
    public record Reading(long iteration, double value, Eigenpair largest) {}

    /**
     * Reads after every so many iterations, to three digits.
     *
     * @throws IllegalArgumentException below 1
     */
    public static Sharpness every(long iterations, TwiceDifferentiableFunction function) {
        if (iterations < 1) {
            throw new IllegalArgumentException("reading every " + iterations + " iterations, expected at least 1");
        }
        Objects.requireNonNull(function, "function is null, expected the one that is minimized");
        return new Sharpness(function, iterations, ROUGH);
    }

    /** A new observer that reads with another method. */
    public Sharpness withLanczos(Lanczos other) {
        return new Sharpness(function, every, Objects.requireNonNull(other, "Lanczos' method is null"));
    }

    /** What was read so far. */
    public List<Reading> readings() {
        return List.copyOf(readings);
    }

    @Override
    public Decision accepted(Iterate iterate) {
        if (iterate.iteration() % every == 0) {
            Eigenpair largest = lanczos.largest(function.hessianAt(iterate.point()));
            readings.add(new Reading(iterate.iteration(), iterate.value(), largest));
        }
        return Decision.CONTINUE;
    }
}
