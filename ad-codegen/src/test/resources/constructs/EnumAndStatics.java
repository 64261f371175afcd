// A method of an enum without a use of its constants.
// f: in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

enum EnumAndStatics {
    ONE;

    @Differentiable
    static double f(double x) {
        return x * x * x;
    }
}
