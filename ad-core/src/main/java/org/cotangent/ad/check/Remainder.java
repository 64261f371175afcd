package org.cotangent.ad.check;

import java.util.OptionalDouble;

/**
 * How fast the remainder of Taylor's expansion falls along a random direction p: after the gradient,
 * |f(x + hp) − f(x) − h ∇f·p| falls like h² if the gradient is right and like h if it is not; after
 * the Hessian like h³.
 *
 * @param expected the power of h if all derivatives are right: 2 after the gradient, 3 after the
 *     Hessian
 * @param power as measured; empty if the remainder is not above rounding for enough steps, as for a
 *     linear function
 */
public record Remainder(int expected, OptionalDouble power) {}
