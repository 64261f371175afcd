// AD-RULE 11: is not static; give the rules to a plain static method that calls it
// AD-RULE 20: type parameters; give the rules to a plain static method
// AD-RULE 29: takes any number of arguments; give the rules
// AD-RULE 38: throws the checked exception java.io.IOException, which derivatives do not declare; throw an unchecked one
package bad;

import java.io.IOException;
import org.cotangent.ad.annotation.DerivativeOf;

final class RoutineNotPlain {
    double instance(double x) {
        return x;
    }

    @DerivativeOf(method = "instance")
    static double instanceByX() {
        return 1;
    }

    static <T> double generic(double x) {
        return x;
    }

    @DerivativeOf(method = "generic")
    static double genericByX() {
        return 1;
    }

    static double many(double... x) {
        return x[0];
    }

    @DerivativeOf(method = "many")
    static void manyAdjoint(double manyBar, double[] xBar) {
        xBar[0] += manyBar;
    }

    static double checked(double x) throws IOException {
        if (x < 0) {
            throw new IOException("negative");
        }
        return x;
    }

    @DerivativeOf(method = "checked")
    static double checkedByX() {
        return 1;
    }
}
