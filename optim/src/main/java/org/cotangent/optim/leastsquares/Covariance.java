package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;

/** The inverse D⁻¹ V Σ⁻² Vᵀ D⁻¹ of JᵀJ from a factored model, parameters outside its range marked. */
final class Covariance {

    /** A share of a unit vector outside the determined space that is more than rounding. */
    private static final double UNDETERMINED = Math.sqrt(Math.ulp(1.0));

    private final LinearizedResiduals model;
    private final int n;

    Covariance(LinearizedResiduals model, int n) {
        this.model = model;
        this.n = n;
    }

    double[] entries() {
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = entry(i, j);
            }
        }
        return entries;
    }

    private double entry(int i, int j) {
        if (!isDetermined(i) || !isDetermined(j)) {
            return i == j ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < model.singularValues().length; k++) {
            double sigma = model.singularValues()[k];
            sum += sigma == 0 ? 0 : model.basis(i, k) / sigma * (model.basis(j, k) / sigma);
        }
        return sum / (model.scale()[i] * model.scale()[j]);
    }

    /**
     * gᵀ (JᵀJ)⁻¹ g for the gradient of a function of the parameters; infinite where it depends on what the
     * residuals do not determine. What they determine has one also below full rank.
     *
     * @param gradient length n, not modified
     */
    double along(double[] gradient) {
        double[] scaled = new double[n];
        for (int j = 0; j < n; j++) {
            scaled[j] = gradient[j] / model.scale()[j];
        }
        double sum = 0;
        double inside = 0;
        double all = Vectors.dot(scaled, scaled);
        for (int k = 0; k < model.singularValues().length; k++) {
            double sigma = model.singularValues()[k];
            double along = sigma == 0 ? 0 : Vectors.dot(model.column(k), gradient);
            inside += along * along;
            sum += sigma == 0 ? 0 : along / sigma * (along / sigma);
        }
        return inside >= (1 - UNDETERMINED) * all ? sum : Double.POSITIVE_INFINITY;
    }

    /** Whether the unit vector of a parameter lies in the space that the residuals determine. */
    private boolean isDetermined(int j) {
        double inside = 0;
        for (int k = 0; k < model.singularValues().length; k++) {
            inside += model.singularValues()[k] == 0 ? 0 : model.basis(j, k) * model.basis(j, k);
        }
        return inside > 1 - UNDETERMINED;
    }

    /** Largest over smallest singular value, infinite below full rank. */
    static double condition(LinearizedResiduals model, int n) {
        if (model.rank() < n) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double sigma : model.singularValues()) {
            largest = Math.max(largest, sigma);
            smallest = Math.min(smallest, sigma);
        }
        return largest / smallest;
    }
}
