// Blocks, empty statements, comments and parentheses in odd places.
// f: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Clutter {
    @Differentiable
    static double f(/* the point */ double[] x) {
        // nothing yet
        ;
        ;
        double y /* sum */ = (((x[0]))) * /* times */ (x[(1)]);
        {
            ;
            {
                y += ((y)) * x[0]; // again
            }
            {}
        }
        if (((y > -5))) // always
            /* one statement */ y *= 2;
        else
            ;
        /* that was it */
        return ((y));
    }
}
