package org.cotangent.optim.leastsquares;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/**
 * The directions that the steps of a run went along. Near a saddle a Gauss-Newton step maps the error along
 * negative curvature, JᵀJ + S &lt; 0 and so −(JᵀJ)⁻¹S &gt; 1, to a larger one: a run that comes to rest at a saddle
 * never had an error there, by symmetry or because it began there. Only what no step went along has to be looked at.
 */
final class Explored implements Stateful {

    /** A part of a step, or of the point, below half the digits is rounding. */
    private static final double FAINT = Math.sqrt(Math.ulp(1.0));

    private double[] scale = {};
    private final List<double[]> basis = new ArrayList<>();

    /**
     * Follows a step.
     *
     * @param inUse the diagonal of D, length n, in which steps are measured; that of the first step is kept
     */
    void follow(double[] from, double[] to, double[] inUse) {
        scale = scale.length == 0 ? inUse.clone() : scale;
        if (basis.size() == scale.length) {
            return;
        }
        double[] rest = new double[scale.length];
        double[] point = new double[scale.length];
        for (int j = 0; j < rest.length; j++) {
            rest[j] = scale[j] * (to[j] - from[j]);
            point[j] = scale[j] * to[j];
        }
        double least = FAINT * Math.max(Vectors.norm(rest), Vectors.norm(point));
        // Twice is enough for orthogonality to rounding.
        project(rest);
        project(rest);
        double norm = Vectors.norm(rest);
        if (norm > least) {
            Vectors.scale(1 / norm, rest);
            basis.add(rest);
        }
    }

    private void project(double[] rest) {
        for (double[] known : basis) {
            Vectors.addScaled(-Vectors.dot(known, rest), known, rest);
        }
    }

    /** The diagonal of D in which the basis is orthonormal; empty before the first step. */
    double[] scale() {
        return scale;
    }

    /** Orthonormal vectors in scaled variables: not to be modified. */
    List<double[]> basis() {
        return basis;
    }

    @Override
    public void exchange(State state) {
        scale = state.array(scale);
        int n = scale.length;
        double[] flat = new double[basis.size() * n];
        for (int k = 0; k < basis.size(); k++) {
            System.arraycopy(basis.get(k), 0, flat, k * n, n);
        }
        double[] saved = state.array(flat);
        basis.clear();
        for (int k = 0; k < saved.length; k += n) {
            double[] vector = new double[n];
            System.arraycopy(saved, k, vector, 0, n);
            basis.add(vector);
        }
    }
}
