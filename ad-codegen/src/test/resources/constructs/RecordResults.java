// Helpers that take and return records, nested.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecordResults {
    record Pair(double first, double second) {}

    record Both(Pair left, Pair right) {}

    @Differentiable
    static double f(double[] x) {
        Both both = split(x);
        Pair sum = plus(both.left(), both.right());
        return sum.first() * sum.second() + plus(sum, both.left()).first();
    }

    private static Both split(double[] x) {
        return new Both(new Pair(x[0] * x[1], x[1]), new Pair(Math.sin(x[2]), x[3]));
    }

    private static Pair plus(Pair a, Pair b) {
        return new Pair(a.first() + b.first() * b.second(), a.second() + b.second());
    }
}
