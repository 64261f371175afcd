// AD-STATIC 17: scale is not final; pass it as an argument, or make it final
// AD-STATIC 17: COUNT is of type java.lang.Integer, expected
// AD-STATIC 17: ORIGIN is of type bad.StaticObject.Point, expected
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StaticObject {
    record Point(double x) {}

    static double scale = 2;
    static final Integer COUNT = Integer.valueOf(3);
    static final Point ORIGIN = new Point(0);

    @Differentiable
    static double f(double x) {
        return scale * x + COUNT + ORIGIN.x();
    }
}
