package org.cotangent.examples.mixture;

/**
 * The classic way to fit a mixture (Dempster, Laird and Rubin, 1977), which needs no derivatives: for comparison.
 * The prior of {@link GaussianMixture} makes a covariance (S + γ²) / (N + m), S being the scatter and N the
 * weight of all points in the component.
 */
final class ExpectationMaximization {

    private final double[][] points;
    private final double[] weights;
    private final double[][] means;
    private final double[][][] covariances;

    ExpectationMaximization(double[][] points, Mixture start) {
        this.points = points;
        int components = start.alphas().length;
        this.weights = new double[components];
        this.means = new double[components][];
        this.covariances = new double[components][][];
        for (int k = 0; k < components; k++) {
            weights[k] = start.weight(k);
            means[k] = start.means()[k].clone();
            covariances[k] = start.covariance(k);
        }
    }

    double weight(int k) {
        return weights[k];
    }

    double[] mean(int k) {
        return means[k].clone();
    }

    double[][] covariance(int k) {
        return covariances[k];
    }

    void step(double gamma, int m) {
        int components = weights.length;
        double[][] shares = new double[points.length][components];
        Normal[] normals = new Normal[components];
        for (int k = 0; k < components; k++) {
            normals[k] = new Normal(means[k], covariances[k]);
        }
        for (int i = 0; i < points.length; i++) {
            double sum = 0;
            for (int k = 0; k < components; k++) {
                shares[i][k] = weights[k] * normals[k].density(points[i]);
                sum += shares[i][k];
            }
            for (int k = 0; k < components; k++) {
                shares[i][k] /= sum;
            }
        }
        for (int k = 0; k < components; k++) {
            update(k, shares, gamma, m);
        }
    }

    private void update(int k, double[][] shares, double gamma, int m) {
        int dimension = means[k].length;
        double total = 0;
        double[] mean = new double[dimension];
        for (int i = 0; i < points.length; i++) {
            total += shares[i][k];
            for (int j = 0; j < dimension; j++) {
                mean[j] += shares[i][k] * points[i][j];
            }
        }
        for (int j = 0; j < dimension; j++) {
            mean[j] /= total;
        }
        double[][] covariance = new double[dimension][dimension];
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                double scatter = a == b ? gamma * gamma : 0;
                for (int i = 0; i < points.length; i++) {
                    scatter += shares[i][k] * (points[i][a] - mean[a]) * (points[i][b] - mean[b]);
                }
                covariance[a][b] = scatter / (total + m);
            }
        }
        weights[k] = total / points.length;
        means[k] = mean;
        covariances[k] = covariance;
    }

    /** A normal distribution by elimination on its covariance. */
    private record Normal(double[] mean, double[][] covariance) {

        double density(double[] point) {
            int d = mean.length;
            double[][] rows = new double[d][d + 1];
            for (int i = 0; i < d; i++) {
                System.arraycopy(covariance[i], 0, rows[i], 0, d);
                rows[i][d] = point[i] - mean[i];
            }
            double determinant = 1;
            double square = 0;
            for (int i = 0; i < d; i++) {
                determinant *= rows[i][i];
                square += rows[i][d] * rows[i][d] / rows[i][i];
                for (int row = i + 1; row < d; row++) {
                    double factor = rows[row][i] / rows[i][i];
                    for (int column = i; column <= d; column++) {
                        rows[row][column] -= factor * rows[i][column];
                    }
                }
            }
            return Math.exp(-square / 2) / Math.sqrt(Math.pow(2 * Math.PI, d) * determinant);
        }
    }
}
