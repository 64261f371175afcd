// AD-RECORD 15: use a record that only holds its components, or a static method that makes it
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class RecordValidated {
    record Positive(double x) {
        Positive {
            x = Math.abs(x);
        }
    }

    @Differentiable
    static double f(double x) {
        Positive p = new Positive(x);
        return p.x() * p.x();
    }
}
