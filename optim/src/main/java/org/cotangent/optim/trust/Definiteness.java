package org.cotangent.optim.trust;

/** What a factorisation tells of the whole Hessian at a point. */
public enum Definiteness {
    /** It saw only a part of the Hessian, or none. */
    UNKNOWN,
    /** No curvature is negative. */
    POSITIVE,
    /** Some curvature is negative. */
    INDEFINITE
}
