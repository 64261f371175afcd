// Two buffers that change places each turn.
// f: 4 in 0.5..1.5, 5
// f: 4 in 0.5..1.5, 2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ReferenceSwaps {
    @Differentiable
    static double f(double[] x, int turns) {
        double[] now = x.clone();
        double[] next = new double[x.length];
        for (int t = 0; t < turns; t++) {
            for (int i = 0; i < x.length; i++) {
                int left = i == 0 ? x.length - 1 : i - 1;
                next[i] = 0.5 * (now[i] + now[left]) + 0.1 * now[i] * now[left];
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        return now[0] * now[1] + next[2] * now[3];
    }
}
