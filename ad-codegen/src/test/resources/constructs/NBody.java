// Pair forces between bodies whose coordinates are in one vector, leapfrog steps.
// f: 6 in -1..1, 6 in -0.1..0.1, {1, 2, 3}, 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class NBody {
    @Differentiable(wrt = {"q", "p"})
    static double f(double[] q, double[] p, double[] masses, int steps) {
        double[] force = new double[q.length];
        for (int s = 0; s < steps; s++) {
            forces(q, masses, force);
            for (int i = 0; i < q.length; i++) {
                p[i] += 0.05 * force[i];
                q[i] += 0.05 * p[i] / masses[i / 2];
            }
        }
        return q[0] * q[3] + p[5] * q[4];
    }

    private static void forces(double[] q, double[] masses, double[] force) {
        java.util.Arrays.fill(force, 0);
        for (int a = 0; a < masses.length; a++) {
            for (int b = 0; b < a; b++) {
                double dx = q[2 * a] - q[2 * b];
                double dy = q[2 * a + 1] - q[2 * b + 1];
                double square = dx * dx + dy * dy + 0.1;
                double strength = masses[a] * masses[b] / (square * Math.sqrt(square));
                force[2 * a] -= strength * dx;
                force[2 * a + 1] -= strength * dy;
                force[2 * b] += strength * dx;
                force[2 * b + 1] += strength * dy;
            }
        }
    }
}
