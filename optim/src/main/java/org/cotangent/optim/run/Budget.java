package org.cotangent.optim.run;

/**
 * How much a run may spend. Evaluations and products are checked before each of them, so a limit
 * is never exceeded by one.
 *
 * @param iterations most accepted steps
 * @param evaluations most calls of the function, see {@link Counts#evaluations()}
 * @param products most Hessian-vector products
 */
public record Budget(long iterations, long evaluations, long products) {

    /** Large enough for slow first-order methods on small problems, small enough to end. */
    private static final long DEFAULT_ITERATIONS = 100_000;

    /** 100,000 iterations and any number of evaluations. */
    public static final Budget DEFAULT = new Budget(DEFAULT_ITERATIONS, Long.MAX_VALUE, Long.MAX_VALUE);

    public Budget {
        require("maxIterations", iterations);
        require("maxEvaluations", evaluations);
        require("maxProducts", products);
    }

    /** The same with another limit on iterations. */
    public Budget withIterations(long limit) {
        return new Budget(limit, evaluations, products);
    }

    /** The same with another limit on evaluations. */
    public Budget withEvaluations(long limit) {
        return new Budget(iterations, limit, products);
    }

    /** The same with another limit on Hessian-vector products. */
    public Budget withProducts(long limit) {
        return new Budget(iterations, evaluations, limit);
    }

    private static void require(String name, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException(
                    name + " is " + limit + ", expected at least 0; leave it out for no limit");
        }
    }
}
