package org.cotangent.optim.curvature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.optim.run.Vectors;

/**
 * What products with a symmetric operator tell of its eigenvalues: {@link #extremes} and {@link #largest} by Lanczos' method
 * with thick restarts (Wu and Simon, SIAM J. Matrix Anal. Appl. 22, 2000), {@link #density} by stochastic
 * Lanczos quadrature (Ubaru, Chen and Saad, SIAM J. Matrix Anal. Appl. 38, 2017). The operator of a
 * function's Hessian is {@code f.hessianAt(x)}. Immutable and thread-safe; the same seed gives the same
 * bits.
 */
public final class Lanczos {

    /** The smallest basis whose projection is looked at, and the smallest that restarts may use. */
    private static final int LOOK = 8;

    /** The next look is at a basis larger by this share, so that all looks cost about two of the largest. */
    private static final double NEXT_LOOK = 0.25;

    /** Restarts lose some of what was learnt: up to 64 MB are used to avoid them. */
    private static final int NUMBERS = 1 << 23;

    /** Where memory is scarce; some tens are usual (Wu and Simon 2000, section 6). */
    private static final int FEWEST_VECTORS = 80;

    /** Decomposing a larger projection would take seconds. */
    private static final int MOST_VECTORS = 500;

    private static final int CHOSEN_BY_SIZE = 0;

    private static final int PRODUCTS = 10_000;
    private static final double TOLERANCE = 1e-8;

    private final int vectors;
    private final int products;
    private final double tolerance;
    private final long seed;

    private Lanczos(int vectors, int products, double tolerance, long seed) {
        this.vectors = vectors;
        this.products = products;
        this.tolerance = tolerance;
        this.seed = seed;
    }

    /** A basis of 500 vectors, of fewer if these took more than 64 MB, but at least 80; at most 10,000 products, a relative error of 1e-8, seed 1. */
    public static Lanczos standard() {
        return new Lanczos(CHOSEN_BY_SIZE, PRODUCTS, TOLERANCE, 1);
    }

    /**
     * A copy with another size of the basis: so many vectors of n numbers are held at a time. More
     * vectors need fewer products.
     *
     * @throws IllegalArgumentException below 8
     */
    public Lanczos withVectors(int count) {
        if (count < LOOK) {
            throw new IllegalArgumentException("a basis of " + count + " vectors, expected at least " + LOOK);
        }
        return new Lanczos(count, products, tolerance, seed);
    }

    /**
     * A copy that takes at most so many products for {@link #extremes} or {@link #largest}.
     *
     * @throws IllegalArgumentException below 1
     */
    public Lanczos withProducts(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at most " + most + " products, expected at least 1");
        }
        return new Lanczos(vectors, most, tolerance, seed);
    }

    /**
     * A copy with another relative error of eigenvalues. What is lost by rounding, n·2⁻⁵² of the largest
     * magnitude, is not asked for.
     *
     * @throws IllegalArgumentException unless above 0 and below 1
     */
    public Lanczos withTolerance(double relative) {
        if (!(relative > 0 && relative < 1)) {
            throw new IllegalArgumentException("tolerance is " + relative + ", expected above 0 and below 1");
        }
        return new Lanczos(vectors, products, relative, seed);
    }

    /** A copy that starts from other random vectors. */
    public Lanczos withSeed(long other) {
        return new Lanczos(vectors, products, tolerance, other);
    }

    /**
     * The smallest and the largest eigenvalue, from a random start.
     *
     * @param operator square and symmetric, which is not checked
     * @throws IllegalArgumentException if the operator is not square or empty
     * @throws ArithmeticException if a product is not finite
     */
    public Extremes extremes(LinearOperator operator) {
        int n = requireSquare(operator);
        return extremes(operator, gaussian(new SplittableRandom(seed), n));
    }

    /**
     * The same from a given start, for instance the sum of the eigenvectors that were found nearby. What is
     * orthogonal to the start is not found.
     *
     * @param start length n, finite, not 0, not modified
     */
    public Extremes extremes(LinearOperator operator, double[] start) {
        int n = requireSquare(operator);
        double norm = Vectors.norm(start);
        if (start.length != n || !(norm > 0) || norm == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("start has length " + start.length + " and norm " + norm
                    + ", expected length " + n + " and a finite norm other than 0");
        }
        Projection ends = project(operator, start, seen -> seen.isKnown(0) && seen.isKnown(seen.last()));
        return new Extremes(ends.pair(0), ends.pair(ends.last()), ends.products());
    }

    /**
     * The largest eigenvalue alone, from a random start: fewer products than for both ends, as the smallest ones of a
     * Hessian are close to each other as a rule.
     *
     * @param operator square and symmetric, which is not checked
     * @throws IllegalArgumentException if the operator is not square or empty
     * @throws ArithmeticException if a product is not finite
     */
    public Eigenpair largest(LinearOperator operator) {
        int n = requireSquare(operator);
        double[] start = gaussian(new SplittableRandom(seed), n);
        Projection end = project(operator, start, seen -> seen.isKnown(seen.last()));
        return end.pair(end.last());
    }

    /** Extends a basis until its projection tells what is asked for, or products are used up. */
    private Projection project(LinearOperator operator, double[] start, Predicate<Projection> isEnough) {
        int n = operator.rows();
        KrylovBasis basis = new KrylovBasis(operator, capacity(n), start);
        int look = LOOK;
        for (long used = 1; ; used++) {
            basis.extend();
            boolean isLast = used == products || basis.isComplete();
            if (isLast || basis.isFull() || basis.size() == look) {
                Projection seen = new Projection(basis, basis.ritz(), n, tolerance, used);
                if (isLast || isEnough.test(seen)) {
                    return seen;
                }
                if (basis.isFull()) {
                    // A third of the basis goes on (Wu and Simon keep what they look for and some more).
                    basis.restart(seen.ritz(), Math.max(1, seen.ritz().size() / 6));
                }
                look = basis.size() + Math.max(LOOK, (int) (NEXT_LOOK * basis.size()));
            }
        }
    }

    private int capacity(int n) {
        int fitting = Math.min(MOST_VECTORS, Math.max(FEWEST_VECTORS, NUMBERS / n));
        return Math.min(n, vectors == CHOSEN_BY_SIZE ? fitting : vectors);
    }

    /**
     * The density of the eigenvalues, from 80 products a probe or as many as {@link #withVectors} says.
     *
     * @param probes random vectors; the noise falls like 1/√(probes·n)
     * @throws IllegalArgumentException if the operator is not square or empty, or below one probe
     */
    public SpectralDensity density(LinearOperator operator, int probes) {
        int n = requireSquare(operator);
        if (probes < 1) {
            throw new IllegalArgumentException(probes + " probes, expected at least 1");
        }
        int steps = Math.min(n, vectors == CHOSEN_BY_SIZE ? FEWEST_VECTORS : vectors);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[probes][];
        double[][] weights = new double[probes][];
        for (int probe = 0; probe < probes; probe++) {
            KrylovBasis basis = new KrylovBasis(operator, steps, signs(random, n));
            while (!basis.isFull() && !basis.isComplete()) {
                basis.extend();
            }
            Ritz ritz = basis.ritz();
            points[probe] = ritz.values();
            weights[probe] = Arrays.stream(ritz.vectors())
                    .mapToDouble(vector -> vector[0] * vector[0] / probes)
                    .toArray();
        }
        return sorted(flat(points), flat(weights), n);
    }

    private static SpectralDensity sorted(double[] points, double[] weights, int n) {
        int[] order = IntStream.range(0, points.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> points[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SpectralDensity(
                Arrays.stream(order).mapToDouble(k -> points[k]).toArray(),
                Arrays.stream(order).mapToDouble(k -> weights[k]).toArray(),
                n);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] gaussian(SplittableRandom random, int n) {
        double[] vector = new double[n];
        Arrays.setAll(vector, i -> random.nextGaussian());
        return vector;
    }

    /** Of all probes with independent entries those of signs give the least noise (Hutchinson 1990). */
    private static double[] signs(SplittableRandom random, int n) {
        double[] vector = new double[n];
        Arrays.setAll(vector, i -> random.nextBoolean() ? 1 : -1);
        return vector;
    }

    private static int requireSquare(LinearOperator operator) {
        if (operator.rows() != operator.columns() || operator.rows() == 0) {
            throw new IllegalArgumentException("the operator has " + operator.rows() + " rows and " + operator.columns()
                    + " columns, expected as many of both and at least 1");
        }
        return operator.rows();
    }
}
