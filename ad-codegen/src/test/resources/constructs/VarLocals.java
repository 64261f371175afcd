// var for scalars, arrays, rows and loops.
// f: 2x3 in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VarLocals {
    @Differentiable
    static double f(double[][] m) {
        var sum = 0.0;
        var count = 2;
        var copy = m[1].clone();
        for (var row : m) {
            for (var e : row) {
                sum += e * e * count;
            }
        }
        for (var i = 0; i < copy.length; i++) {
            sum *= copy[i];
        }
        return sum;
    }
}
