// A record to differentiate by, with scalars and an array.
// f: (in 0.5..2, 3 in -1..1, in 0..1)
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecordParameter {
    record Curve(double amplitude, double[] rates, double offset) {}

    @Differentiable
    static double f(Curve c) {
        double sum = c.offset();
        for (double rate : c.rates()) {
            sum += c.amplitude() * Math.exp(rate * c.offset());
        }
        return sum * c.amplitude();
    }
}
