package org.cotangent.optim;

/** A number with its gradient (length n, or 0) and Hessian (n by n, or 0) in the tape's inputs. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Jet(double value, double[] gradient, double[] hessian) {

    static Jet constant(double value, int inputs, int order) {
        return new Jet(value, new double[order > 0 ? inputs : 0], new double[order > 1 ? inputs * inputs : 0]);
    }

    static Jet variable(double[] x, int index, int order) {
        Jet jet = constant(x[index], x.length, order);
        if (order > 0) {
            jet.gradient[index] = 1;
        }
        return jet;
    }

    Jet plus(double sign, Jet other) {
        return new Jet(
                value + sign * other.value,
                sum(1, gradient, sign, other.gradient),
                sum(1, hessian, sign, other.hessian));
    }

    Jet times(Jet other) {
        double[] product = sum(other.value, hessian, value, other.hessian);
        addOuter(product, 1, gradient, other.gradient);
        addOuter(product, 1, other.gradient, gradient);
        return new Jet(value * other.value, sum(other.value, gradient, value, other.gradient), product);
    }

    Jet dividedBy(Jet other) {
        double v = other.value;
        Jet quotient = times(other.map(1 / v, -1 / (v * v), 2 / (v * v * v)));
        return new Jet(value / v, quotient.gradient, quotient.hessian);
    }

    /** Applies a scalar function with the given value and derivatives. */
    Jet map(double result, double first, double second) {
        double[] curvature = sum(first, hessian, 0, hessian);
        addOuter(curvature, second, gradient, gradient);
        return new Jet(result, sum(first, gradient, 0, gradient), curvature);
    }

    private static double[] sum(double p, double[] a, double q, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = q == 0 ? p * a[i] : p * a[i] + q * b[i];
        }
        return sum;
    }

    private static void addOuter(double[] matrix, double factor, double[] a, double[] b) {
        for (int k = 0; k < matrix.length; k++) {
            matrix[k] += factor * a[k / a.length] * b[k % a.length];
        }
    }
}
