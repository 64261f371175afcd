package org.cotangent.ad.annotation;

/** What a generated class can hold of a function: its value, and kinds of derivatives. */
public enum Form {
    /** The value of a scalar function, the values of a vector function. */
    VALUE,
    /** Value and gradient of a scalar function, together. */
    GRADIENT,
    /**
     * Values of a vector function, and its Jacobian times a tangent; of a method with one value, its
     * derivative along a direction alone.
     */
    JVP,
    /** Values of a vector function, and its transposed Jacobian times an adjoint. */
    VJP,
    /** Values of a vector function, and its dense Jacobian. */
    JACOBIAN,
    /** The Hessian of a scalar function, or of a weighted sum of values, times a direction. */
    HESSIAN_VECTOR_PRODUCT
}
