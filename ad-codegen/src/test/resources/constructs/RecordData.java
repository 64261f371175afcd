// A record as data beside an active vector.
// f: 3 in -1..1, (2.5, 3, {1, 2, 3}, true)
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecordData {
    record Settings(double weight, int count, double[] targets, boolean squared) {}

    @Differentiable(wrt = "x")
    static double f(double[] x, Settings settings) {
        double sum = 0;
        for (int i = 0; i < settings.count(); i++) {
            double d = x[i] - settings.targets()[i];
            sum += settings.squared() ? d * d : Math.abs(d);
        }
        return settings.weight() * sum;
    }
}
