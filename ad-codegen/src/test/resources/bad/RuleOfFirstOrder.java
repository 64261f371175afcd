// AD-RULE 15: it has no rule for its derivatives; give rules to a method of this project that calls it
package bad;

import java.awt.geom.Point2D;
import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;

final class RuleOfFirstOrder {
    static double distance(double x) {
        return Point2D.distance(x, 0, 1, 1);
    }

    @DerivativeOf(method = "distance")
    static double distanceByX(double x) {
        return (x - 1) / Point2D.distance(x, 0, 1, 1);
    }

    @Differentiable
    static double f(double x) {
        return distance(x);
    }
}
