// AD-TRY 14: move it outside of the @Differentiable method
// AD-NULL 19: use an empty array, or a boolean beside it
// AD-LAMBDA 22: write a loop, or a static method and call it
// AD-FIELD 23: assign to a local variable or to an element of an array that is passed
// AD-STRING 25: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class FiveAtOnce {
    static int calls;
    @Differentiable
    static double f(double[] x) {
        try {
            calls();
        } finally {
            x[0] = 1;
        }
        double[] row = null;
        row = x;
        double y = row[0];
        Runnable nothing = () -> {};
        calls++;
        for (int i = 0; i < 3; i++) {
            String s = "x";
            y += x[i];
        }
        return y;
    }

    static void calls() {}
}
