// Identifiers outside of ASCII.
// größe: in 0.5..1.5, in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class UnicodeNames {
    @Differentiable(wrt = {"λ", "ω"})
    static double größe(double λ, double ω) {
        double δt = λ * ω;
        double дельта = Math.sin(δt);
        double _a$1 = дельта * λ;
        return _a$1 + ω;
    }
}
