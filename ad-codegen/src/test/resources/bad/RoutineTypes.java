// AD-RULE 12: give the rules to a method that takes the numbers in it
// AD-RULE 22: returns int, expected double, float or arrays of them
// AD-RULE 31: name that in one rule: outputs = "name"
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RoutineTypes {
    record Point(double x, double y) {}

    static double norm(
            Point p,
            double scale) {
        return Math.hypot(p.x(), p.y()) * scale;
    }

    @DerivativeOf(method = "norm", wrt = "scale")
    static double normByScale(double scale, double norm) {
        return norm / scale;
    }

    static int count(double x) {
        return (int) x;
    }

    @DerivativeOf(method = "count")
    static double countByX() {
        return 0;
    }

    static void fill(double x, double[] out) {
        out[0] = x;
    }

    @DerivativeOf(method = "fill")
    static double fillByX() {
        return 1;
    }
}
