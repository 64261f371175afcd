// AD-STRING 9: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class TextBlock {
    @Differentiable
    static double f(double x) {
        String text = """
            x
            """;
        return x;
    }
}
