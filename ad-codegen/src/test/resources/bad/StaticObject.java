// AD-STATIC 14: make it final
// AD-STATIC 14: pass it as an argument
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StaticObject {
    static double scale = 2;
    static final java.util.List<Double> FACTORS = java.util.List.of(1.0);
    static final Integer COUNT = Integer.valueOf(3);

    @Differentiable
    static double f(double x) {
        return scale * x + COUNT;
    }
}
