// Records in records, as a parameter.
// f: ((in 0.5..2, in 0.5..2), (in -1..1, in -1..1), in 1..2)
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class NestedRecords {
    record Point(double x, double y) {}

    record Segment(Point from, Point to, double width) {}

    @Differentiable
    static double f(Segment s) {
        double dx = s.to().x() - s.from().x();
        double dy = s.to().y() - s.from().y();
        return Math.sqrt(dx * dx + dy * dy + 1) * s.width() + s.from().x() * s.to().y();
    }
}
