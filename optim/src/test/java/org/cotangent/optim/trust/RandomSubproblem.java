package org.cotangent.optim.trust;

import java.util.SplittableRandom;

/**
 * min gᵀs + ½ sᵀHs over ‖D s‖ ≤ radius with D⁻¹HD⁻¹ = Q diag(λ) Qᵀ built from eigenvalues and vectors that
 * are known beforehand, so that the global minimum follows from one scalar equation, solved by bisection.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RandomSubproblem(double[] gradient, double[] matrix, double[] scale, double radius, double lowest)
        implements ConvexQuadratic {

    /** What the lowest eigenvalue and the gradient are like. */
    enum Kind {
        CONVEX,
        INDEFINITE,
        /** The gradient has no part along the lowest eigenvectors, and the radius is long. */
        HARD,
        /** The same with one part in 10⁸. */
        NEARLY_HARD,
        /** No gradient at all. */
        SADDLE
    }

    static RandomSubproblem of(int n, Kind kind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] q = orthogonal(n, random);
        double[] eigenvalues = new double[n];
        double[] c = new double[n];
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = kind == Kind.CONVEX ? random.nextDouble(0.1, 10) : random.nextDouble(-5, 5);
            c[i] = kind == Kind.SADDLE ? 0 : random.nextDouble(-1, 1);
            scale[i] = Math.pow(10, random.nextDouble(-2, 2));
        }
        if (kind != Kind.CONVEX) {
            eigenvalues[0] = -random.nextDouble(5.5, 8);
        }
        double radius = Math.pow(10, random.nextDouble(-2, 2));
        if (kind == Kind.HARD || kind == Kind.NEARLY_HARD) {
            c[0] *= kind == Kind.HARD ? 0 : 1e-8;
            radius = Math.max(radius, 2 * length(eigenvalues, c, eigenvalues[0], 0, 1));
        }
        return new RandomSubproblem(
                combine(q, c, scale), matrix(q, eigenvalues, scale), scale, radius, lowest(eigenvalues, c, radius));
    }

    /** Random rows, orthogonalized twice. */
    private static double[][] orthogonal(int n, SplittableRandom random) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = random.nextDouble(-1, 1);
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < i; k++) {
                    double along = dot(rows[i], rows[k]);
                    for (int j = 0; j < n; j++) {
                        rows[i][j] -= along * rows[k][j];
                    }
                }
            }
            double norm = Math.sqrt(dot(rows[i], rows[i]));
            for (int j = 0; j < n; j++) {
                rows[i][j] /= norm;
            }
        }
        return rows;
    }

    private static double[] combine(double[][] q, double[] c, double[] scale) {
        double[] gradient = new double[c.length];
        for (int j = 0; j < c.length; j++) {
            for (int k = 0; k < c.length; k++) {
                gradient[j] += scale[j] * q[k][j] * c[k];
            }
        }
        return gradient;
    }

    private static double[] matrix(double[][] q, double[] eigenvalues, double[] scale) {
        int n = eigenvalues.length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += eigenvalues[k] * q[k][i] * q[k][j];
                }
                matrix[i * n + j] = scale[i] * scale[j] * sum;
                matrix[j * n + i] = matrix[i * n + j];
            }
        }
        return matrix;
    }

    /** ‖(Λ − least + μ)⁻¹ c‖ from some coordinate on. */
    private static double length(double[] eigenvalues, double[] c, double least, double mu, int from) {
        double sum = 0;
        for (int k = from; k < c.length; k++) {
            double z = c[k] / (eigenvalues[k] - least + mu);
            sum += z * z;
        }
        return Math.sqrt(sum);
    }

    /** The least value of the model in the region, from λ = μ − least with an exact μ. */
    private static double lowest(double[] eigenvalues, double[] c, double radius) {
        double least = Double.POSITIVE_INFINITY;
        for (double eigenvalue : eigenvalues) {
            least = Math.min(least, eigenvalue);
        }
        if (least > 0 && length(eigenvalues, c, least, least, 0) <= radius) {
            return value(eigenvalues, c, least, least, 0);
        }
        int from = c[0] == 0 ? 1 : 0;
        if (from == 1 && length(eigenvalues, c, least, 0, from) <= radius) {
            // The hard case: the rest of the radius goes along the lowest eigenvector.
            double z = length(eigenvalues, c, least, 0, from);
            return value(eigenvalues, c, least, 0, from) + least * (radius - z) * (radius + z) / 2;
        }
        double low = Math.max(1e-30, least);
        double high = 1e10;
        for (int k = 0; k < 200; k++) {
            double middle = Math.sqrt(low * high);
            if (length(eigenvalues, c, least, middle, 0) > radius) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return value(eigenvalues, c, least, high, 0);
    }

    private static double value(double[] eigenvalues, double[] c, double least, double mu, int from) {
        double sum = 0;
        for (int k = from; k < c.length; k++) {
            double z = -c[k] / (eigenvalues[k] - least + mu);
            sum += c[k] * z + eigenvalues[k] * z * z / 2;
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    double value(double[] s) {
        double[] product = new double[s.length];
        apply(s, product);
        return dot(gradient, s) + dot(s, product) / 2;
    }

    double norm(double[] s) {
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += scale[i] * s[i] * scale[i] * s[i];
        }
        return Math.sqrt(sum);
    }

    @Override
    public void newtonStep(double[] step) {
        double[] found = UndampedStep.of(this, EvenScale.of(matrix(), step.length), 0, new double[step.length], 0)
                .vector();
        System.arraycopy(found, 0, step, 0, step.length);
    }

    @Override
    public double unrestrictedStepNorm() {
        return Double.NaN;
    }

    @Override
    public double decrement() {
        return Double.NaN;
    }
}
