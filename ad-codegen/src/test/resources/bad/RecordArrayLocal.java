// AD-TYPE 11: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class RecordArrayLocal {
    record Point(double x, double y) {}

    @Differentiable
    static double f(double x) {
        Point[] points = {new Point(x, 1), new Point(2, x)};
        return points[0].x() * points[1].y();
    }
}
