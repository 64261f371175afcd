package org.cotangent.ad.expr;

/** The partial derivatives of an operation, as expressions of its operands and its result. */
@FunctionalInterface
interface Rule {

    /**
     * The partial derivative by one operand.
     *
     * @param operands the operands
     * @param result the operation applied to them, for partials that are cheaper from the result
     * @param index which operand
     */
    Expr partial(Expr[] operands, Expr result, int index);

    /** The rule of a function of one variable. */
    @FunctionalInterface
    interface One {
        Expr partial(Expr x, Expr y);
    }

    /** The rule of a function of two variables, for one of them. */
    @FunctionalInterface
    interface Two {
        Expr partial(Expr a, Expr b, Expr y);
    }

    static Rule of(One partial) {
        return (operands, result, index) -> partial.partial(operands[0], result);
    }

    static Rule of(Two first, Two second) {
        return (operands, result, index) -> (index == 0 ? first : second).partial(operands[0], operands[1], result);
    }

    /** Partials that are 0 everywhere they exist. */
    static Rule none() {
        return (operands, result, index) -> zero();
    }

    static Expr one() {
        return Expr.constant(1.0);
    }

    static Expr zero() {
        return Expr.constant(0.0);
    }
}
