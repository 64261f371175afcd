// AD-TYPE 10: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class GenericRecord {
    record Box<T>(double x, T other) {}

    @Differentiable(wrt = "x")
    static double f(double x, Box<Integer> box) {
        return x * box.x();
    }
}
