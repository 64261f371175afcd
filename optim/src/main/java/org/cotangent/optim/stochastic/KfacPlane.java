package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.LinearOperator;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.run.Vectors;

/**
 * The plane of a direction and the last step, in which K-FAC minimizes the quadratic gᵀd + ½ dᵀ(G + λ I)d with the
 * exact Gauss-Newton matrix of some examples (Martens, Grosse 2015, section 7).
 */
final class KfacPlane {

    /** Directions whose Gram determinant is below this part of its largest possible value are parallel. */
    private static final double PARALLEL = 1e-12;

    /**
     * A step.
     *
     * @param gamma the damping of the factors that it is from
     * @param step d
     * @param promised by how much the quadratic falls
     */
    record Proposal(double gamma, double[] step, double promised) {}

    private final LinearOperator matrix;
    private final double damping;
    private final double[] gradient;
    private final double[] last;
    private final double[] curvedLast;

    /**
     * The plane at a point.
     *
     * @param examples of the matrix
     * @param damping λ
     * @param update point and gradient
     * @param last step, zeros if there is none
     */
    KfacPlane(
            Objective<? extends LayeredModel> objective, int[] examples, double damping, Update update, double[] last) {
        double[] x = update.point();
        matrix = objective.matrix(examples, (sum, batch) -> sum.gaussNewtonAt(x, batch));
        this.damping = damping;
        this.last = last;
        gradient = update.vector();
        curvedLast = Vectors.largest(last) > 0 ? curved(last) : new double[last.length];
    }

    /** (G + λ I) v. */
    private double[] curved(double[] v) {
        double[] product = new double[v.length];
        matrix.apply(v, product);
        Vectors.addScaled(damping, v, product);
        return product;
    }

    /** The minimum over both multiples; that of the direction alone where both are parallel. */
    Proposal propose(double gamma, double[] direction) {
        double[] curved = curved(direction);
        double a = Vectors.dot(direction, curved);
        double b = Vectors.dot(direction, curvedLast);
        double c = Vectors.dot(last, curvedLast);
        double slope = Vectors.dot(gradient, direction);
        double lastSlope = Vectors.dot(gradient, last);
        double determinant = a * c - b * b;
        boolean isPlane = determinant > PARALLEL * a * c;
        double multiple = isPlane ? (slope * c - lastSlope * b) / determinant : slope / a;
        double momentum = isPlane ? (lastSlope * a - slope * b) / determinant : 0;
        double[] step = new double[direction.length];
        Vectors.addScaled(-multiple, direction, step);
        Vectors.addScaled(-momentum, last, step);
        return new Proposal(gamma, step, (multiple * slope + momentum * lastSlope) / 2);
    }
}
