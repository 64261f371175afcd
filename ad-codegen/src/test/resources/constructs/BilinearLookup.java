// A table looked up between its points: the cell depends on the variable, but carries no derivative.
// f: in 0.2..0.4, in 1.6..1.8, 3x3 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class BilinearLookup {
    @SuppressWarnings("AD-TRUNCATION")
    @Differentiable(wrt = {"x", "y"})
    static double f(double x, double y, double[][] table) {
        int i = (int) Math.floor(x);
        int j = (int) y;
        double u = x - i;
        double v = y - Math.floor(y);
        double top = table[i][j] * (1 - v) + table[i][j + 1] * v;
        double bottom = table[i + 1][j] * (1 - v) + table[i + 1][j + 1] * v;
        return top * (1 - u) + bottom * u + u * v * u;
    }
}
