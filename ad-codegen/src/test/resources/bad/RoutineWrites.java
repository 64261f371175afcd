// AD-RULE 12: writes its argument x, expected one that is only read; work on a copy, or, if every element is assigned
// AD-RULE 13: name it in one rule: outputs = "m"
// AD-RULE 14: writes its argument x
// AD-RULE 35: returns the array x, which others may hold, expected a new one; return x.clone()
package bad;

import java.util.Arrays;
import org.cotangent.ad.annotation.DerivativeOf;

final class RoutineWrites {
    static double total(double[] x, double[][] m) {
        x[0] += 1;
        m[0][0]++;
        Arrays.sort(x);
        return x[0] + m[0][0];
    }

    @DerivativeOf(method = "total")
    static void totalAdjoint(double totalBar, double[] xBar) {
        xBar[0] += totalBar;
    }

    static double copied(double[] x) {
        x = x.clone();
        x[0] = 1;
        return x[1];
    }

    @DerivativeOf(method = "copied")
    static void copiedAdjoint(double copiedBar, double[] xBar) {
        xBar[1] += copiedBar;
    }

    static double[] same(double[] x) {
        return x;
    }

    @DerivativeOf(method = "same")
    static double[] sameTangent(double[] xDot) {
        return xDot.clone();
    }
}
