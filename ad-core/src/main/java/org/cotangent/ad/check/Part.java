package org.cotangent.ad.check;

import java.util.List;
import java.util.Optional;

/**
 * Values, and everything that claims to be their derivatives: a gradient is one claim about one
 * value, a Jacobian by tangents and by adjoints are two claims about the same values, a
 * Hessian-vector product is a claim about the gradient.
 *
 * @param rows number of values
 * @param values what is differentiated
 * @param complex derivatives by complex step, if the function can be evaluated at complex points
 * @param claims compared with differences of the values
 * @param names what to call a derivative
 */
record Part(int rows, Values values, Optional<ComplexStep> complex, List<Claim> claims, Names names) {

    /** Names of derivatives, for reports. */
    @FunctionalInterface
    interface Names {
        String of(int row, Direction direction);
    }
}
