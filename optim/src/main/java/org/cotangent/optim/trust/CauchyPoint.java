package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/**
 * The lowest point of the model along −D⁻²g within the region: the least that any solver has to
 * achieve for the loop to converge (Conn, Gould, Toint, Trust-Region Methods, 2000, section 6.3.2).
 */
public record CauchyPoint() implements SubproblemSolver<ProductQuadratic> {

    @Override
    public void solve(ProductQuadratic quadratic, double radius, TrustStep step) {
        ScaledProblem problem = new ScaledProblem(quadratic);
        double[] z = problem.gradient().clone();
        double norm = Vectors.norm(z);
        if (norm == 0) {
            problem.fill(z, 0, false, step);
            return;
        }
        Vectors.scale(-1 / norm, z);
        double[] product = new double[z.length];
        problem.apply(z, product);
        double curvature = Vectors.dot(z, product);
        boolean restricted = !(norm < curvature * radius);
        double length = restricted ? radius : norm / curvature;
        Vectors.scale(length, z);
        problem.fill(z, length * (norm - length * curvature / 2), restricted, step);
    }
}
