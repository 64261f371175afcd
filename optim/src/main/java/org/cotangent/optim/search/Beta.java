package org.cotangent.optim.search;

/**
 * How much of the last direction the next one keeps in nonlinear conjugate gradients,
 * d₊ = −g₊ + β d. Survey: Hager, Zhang (2006), A survey of nonlinear conjugate gradient methods,
 * Pacific J. Optim. 2; numbers of equations below are theirs.
 */
@FunctionalInterface
public interface Beta {

    /** Fletcher and Reeves (1964), equation 1.2 of the survey: ‖g₊‖² / ‖g‖². Can jam after a poor step. */
    Beta FLETCHER_REEVES = new NamedBeta("Fletcher-Reeves", turn -> turn.nextSquare() / turn.square());

    /** Polak and Ribière (1969) with Powell's (1984) restart where it is negative: max(0, g₊ᵀy / ‖g‖²). */
    Beta POLAK_RIBIERE_PLUS =
            new NamedBeta("Polak-Ribiere+", turn -> Math.max(0, turn.nextTimesChange() / turn.square()));

    /** Hestenes and Stiefel (1952): g₊ᵀy / dᵀy. */
    Beta HESTENES_STIEFEL =
            new NamedBeta("Hestenes-Stiefel", turn -> turn.nextTimesChange() / turn.directionTimesChange());

    /**
     * Hager and Zhang (2005), A new conjugate gradient method with guaranteed descent and an
     * efficient line search, SIAM J. Optim. 16, equations 1.3 to 1.6: (y − 2 d ‖y‖²/dᵀy)ᵀ g₊ / dᵀy,
     * at least −1 / (‖d‖ min(0.01, ‖g‖)). Its directions fall whatever the line search.
     */
    Beta HAGER_ZHANG = new NamedBeta("Hager-Zhang", HagerZhangBeta::of);

    /** β for a turn. */
    double of(Turn turn);

    /**
     * The products that formulas are made of: g and g₊ the gradients before and after a step along d,
     * y = g₊ − g.
     *
     * @param square ‖g‖²
     * @param nextSquare ‖g₊‖²
     * @param nextTimesChange g₊ᵀy
     * @param changeSquare ‖y‖²
     * @param directionTimesChange dᵀy
     * @param nextTimesDirection g₊ᵀd
     * @param directionSquare ‖d‖²
     */
    record Turn(
            double square,
            double nextSquare,
            double nextTimesChange,
            double changeSquare,
            double directionTimesChange,
            double nextTimesDirection,
            double directionSquare) {}
}
