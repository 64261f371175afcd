// AD-TYPE 10: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class RecordArray {
    record Point(double x, double y) {}

    @Differentiable
    static double f(Point[] points) {
        return points[0].x() * points[1].y();
    }
}
