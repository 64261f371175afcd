// Records with methods of their own, static and not.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecordMethods {
    record Vector(double x, double y, double z) {
        static Vector of(double[] a) {
            return new Vector(a[0], a[1], a[2]);
        }

        double dot(Vector other) {
            return x * other.x + y * other.y + z * other.z;
        }

        Vector scaled(double factor) {
            return new Vector(factor * x, factor * this.y, factor * z());
        }
    }

    @Differentiable
    static double f(double[] a) {
        Vector v = Vector.of(a);
        return v.dot(v.scaled(v.dot(new Vector(1, 2, 3))));
    }
}
