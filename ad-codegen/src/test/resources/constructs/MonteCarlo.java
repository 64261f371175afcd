// A linear congruential generator written in longs drives paths.
// f: in 0.1..0.3, in 0.01..0.05, 20
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MonteCarlo {
    @Differentiable(wrt = {"volatility", "rate"})
    static double f(double volatility, double rate, int paths) {
        long state = 42;
        double sum = 0;
        for (int path = 0; path < paths; path++) {
            double price = 1;
            for (int step = 0; step < 3; step++) {
                state = (state * 0x5DEECE66DL + 0xBL) & ((1L << 48) - 1);
                double draw = (int) (state >>> 16) / 2147483648.0;
                price *= Math.exp(rate - 0.5 * volatility * volatility + volatility * draw);
            }
            if (price > 0.97) {
                sum += price - 0.97;
            }
        }
        return sum / paths * Math.exp(-rate);
    }
}
