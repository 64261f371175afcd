package org.cotangent.optim.run;

/**
 * How often the user's function was called, by kind.
 *
 * @param values calls for the value alone (for a vector function: its values)
 * @param gradients calls for the value and the gradient
 * @param jacobians calls for the values and a Jacobian, or a product with one
 * @param products products of a Hessian, or a weighted sum of Hessians, with one vector
 * @param hessians dense Hessians, however many products one takes
 */
public record Counts(long values, long gradients, long jacobians, long products, long hessians) {

    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Calls that visit a point: all but products and Hessians, which stay at one. */
    public long evaluations() {
        return values + gradients + jacobians;
    }

    /** Calls of any kind. */
    public long calls() {
        return evaluations() + products + hessians;
    }

    /** Calls of one kind. */
    public long of(Call kind) {
        return switch (kind) {
            case VALUE -> values;
            case GRADIENT -> gradients;
            case JACOBIAN -> jacobians;
            case PRODUCT -> products;
            case HESSIAN -> hessians;
        };
    }
}
