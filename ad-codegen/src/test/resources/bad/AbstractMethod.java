// AD-METHOD 8: annotate a method with one
package bad;

import org.cotangent.ad.annotation.Differentiable;

interface AbstractMethod {
    @Differentiable
    double f(double x);
}
