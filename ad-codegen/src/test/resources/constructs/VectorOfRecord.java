// A vector function of a record.
// f: ((in 0.5..1.5, in 0.5..1.5), 2 in -1..1), out 2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorOfRecord {
    record Lens(double strength, double offset) {}

    record Camera(Lens lens, double[] centre) {}

    @Differentiable(wrt = "camera")
    static void f(Camera camera, double[] y) {
        Lens lens = camera.lens();
        y[0] = lens.strength() * camera.centre()[0] + lens.offset();
        y[1] = y[0] * camera.centre()[1] * lens.strength();
    }
}
