package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.FiniteSum;

/** A transformation that asks nothing of the sum, and so works on parts of the variables too, see {@link PerGroup}. */
@FunctionalInterface
public interface GradientTransformation extends Transformation<FiniteSum> {

    /**
     * Begins a run.
     *
     * @param dimension the number of variables it is about
     */
    Memory begin(int dimension);

    @Override
    default Memory begin(Objective<? extends FiniteSum> objective) {
        return begin(objective.dimension());
    }
}
