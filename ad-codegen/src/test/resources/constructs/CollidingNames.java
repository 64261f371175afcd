// Names that generated code would like to have.
// f: 2 in 0.5..1.5, in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class CollidingNames {
    @Differentiable(wrt = {"x", "workspace"})
    static double f(double[] x, double workspace) {
        double xBar = x[0] * x[1];
        double xDot = xBar * workspace;
        double sum = 0;
        double result = 1;
        int i = 0;
        double value = xDot * xDot;
        double f = value;
        double fBar = f * xBar;
        double[] gradient = {fBar, xDot};
        double pool = 2;
        double tape = gradient[0];
        double exit = tape * pool;
        double entry = exit + x[0];
        double dimension = entry * entry;
        double this_ = 1;
        double xBarDot = xBar * this_;
        double workspaceBar = workspace * xBarDot;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * dimension;
            result *= x[i];
            double index = j;
            double length = index + 1;
            sum *= length;
        }
        double arrays = sum;
        double product = arrays * result;
        double v = product;
        double y = v + workspaceBar;
        return y;
    }
}
