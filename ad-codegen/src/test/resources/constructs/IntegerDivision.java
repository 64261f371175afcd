// Division and remainder of ints and longs, of either sign.
// f: in 0.5..1.5, -17, 5
// f: in 0.5..1.5, 17, -5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class IntegerDivision {
    @Differentiable
    static double f(double x, int a, int b) {
        int quotient = a / b;
        int rest = a % b;
        long longQuotient = (long) a / b;
        long longRest = a % (b * 10000000000L);
        double real = a / (double) b;
        double mixed = a / b * 2.5;
        int floor = Math.floorDiv(a, b);
        int mod = Math.floorMod(a, b);
        return x * quotient + x * x * rest + longQuotient * real * x + longRest + mixed * x + floor * x * x * x + mod;
    }
}
