package org.cotangent.optim.search;

import java.util.Objects;
import org.cotangent.ad.function.DifferentiableFunction;

/**
 * The conjugate gradient direction d₊ = −P g₊ + β d of Fletcher and Reeves (1964), Function
 * minimization by conjugate gradients, Computer J. 7, with a preconditioner P. It begins anew along
 * −P g where successive gradients are far from orthogonal (Powell 1977, Restart procedures for the
 * conjugate gradient method, Math. Prog. 12, equation 18), or where the formula gives no descent.
 *
 * <p>With a memory, P is the inverse Hessian that L-BFGS has from so many steps after each beginning,
 * and stays while conjugacy lasts: Buckley, LeNir (1983), QN-like variable storage conjugate
 * gradients, Math. Prog. 27. Unlike there it is not forgotten at the next beginning.
 *
 * @param beta how much of the last direction is kept
 * @param restarts whether to begin anew where conjugacy is lost
 * @param memory how many steps P may be made of, 0 for the caller's preconditioner alone
 * @param preconditioner the first P
 */
public record NonlinearConjugateGradients(Beta beta, boolean restarts, int memory, Preconditioner preconditioner)
        implements Direction<DifferentiableFunction> {

    /** The fraction of the slope that a search should leave here (Nocedal, Wright 2006, p. 34). */
    public static final double FLATTENING = 0.1;

    public NonlinearConjugateGradients {
        Objects.requireNonNull(beta, "beta is null, expected a formula such as Beta.HAGER_ZHANG");
        Objects.requireNonNull(preconditioner, "preconditioner is null, expected Preconditioner.NONE for none");
        if (memory < 0) {
            throw new IllegalArgumentException(
                    "memory of conjugate gradients is " + memory + ", expected at least 0; try 0 or 5");
        }
    }

    /** Without memory and preconditioner. */
    public NonlinearConjugateGradients(Beta beta, boolean restarts) {
        this(beta, restarts, 0, Preconditioner.NONE);
    }

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new Conjugation(this, function.dimension());
    }
}
