package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/**
 * Goes along −D⁻²g to the lowest point of the model there, then straight towards its lowest point
 * of all, as far as the radius allows: Powell (1970), A hybrid method for nonlinear equations, in:
 * Rabinowitz (ed.), Numerical Methods for Nonlinear Algebraic Equations. One factorization serves
 * every radius.
 */
public record Dogleg() implements SubproblemSolver<ConvexQuadratic> {

    @Override
    public void solve(ConvexQuadratic quadratic, double radius, TrustStep step) {
        ScaledProblem problem = new ScaledProblem(quadratic);
        double[] newton = new double[quadratic.scale().length];
        quadratic.newtonStep(newton);
        for (int i = 0; i < newton.length; i++) {
            newton[i] *= quadratic.scale()[i];
        }
        if (Vectors.norm(newton) <= radius) {
            fill(problem, newton, false, step);
            return;
        }
        double[] z = problem.gradient().clone();
        double norm = Vectors.norm(z);
        Vectors.scale(-1 / norm, z);
        double[] product = new double[z.length];
        problem.apply(z, product);
        double length = norm / Vectors.dot(z, product);
        if (!(length < radius)) {
            Vectors.scale(radius, z);
        } else {
            Vectors.scale(length, z);
            bend(z, newton, radius);
        }
        fill(problem, z, true, step);
    }

    /** From the corner towards the lowest point, up to the boundary. */
    private static void bend(double[] corner, double[] newton, double radius) {
        double[] leg = new double[corner.length];
        Vectors.sum(newton, -1, corner, leg);
        Vectors.addScaled(Sphere.distance(corner, leg, radius), leg, corner);
    }

    private static void fill(ScaledProblem problem, double[] z, boolean restricted, TrustStep step) {
        double[] product = new double[z.length];
        problem.apply(z, product);
        double predicted = -Vectors.dot(problem.gradient(), z) - Vectors.dot(z, product) / 2;
        problem.fill(z, predicted, restricted, step);
    }
}
