package org.cotangent.optim.run;

/** The kinds of calls of the user's function that are counted and limited. */
public enum Call {
    /** The value alone; for a vector function, its values. */
    VALUE("value"),
    /** The value and the gradient. */
    GRADIENT("gradient"),
    /** The values and a Jacobian, or a product with one. */
    JACOBIAN("Jacobian"),
    /** The product of a Hessian, or a weighted sum of Hessians, with one vector. */
    PRODUCT("Hessian-vector product"),
    /** A dense Hessian. */
    HESSIAN("Hessian");

    private final String noun;

    Call(String noun) {
        this.noun = noun;
    }

    /** What messages call it. */
    String noun() {
        return noun;
    }

    /** Whether it visits a point, as values, gradients and Jacobians do. */
    boolean isEvaluation() {
        return this == VALUE || this == GRADIENT || this == JACOBIAN;
    }
}
