// AD-RECORD 16: use a record that only holds its components, or a static method
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class RecordAccessor {
    record Wrapped(double x) {
        public double x() {
            return 2 * x;
        }
    }

    @Differentiable
    static double f(double x) {
        Wrapped wrapped = new Wrapped(x);
        return wrapped.x();
    }
}
