// AD-METHOD 9: make it static and pass what it needs of its object as arguments
// AD-CALL 17: see the error at its declaration
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class RecordMethod {
    record Vector(double x, double y) {
        double dot(Vector other) {
            return x * other.x + y * other.y;
        }
    }

    @Differentiable
    static double f(double[] a) {
        Vector v = new Vector(a[0], a[1]);
        return v.dot(v);
    }
}
