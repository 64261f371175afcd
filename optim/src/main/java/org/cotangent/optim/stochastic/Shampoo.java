package org.cotangent.optim.stochastic;

import java.util.List;
import org.cotangent.optim.run.State;

/**
 * Adagrad with matrices for the rows and columns of a gradient matrix G: L ← L + G Gᵀ, R ← R + Gᵀ G,
 * and the update is L^(−1/4) G R^(−1/4); for a vector, H ← H + g gᵀ and H^(−1/2) g (Gupta, Koren, Singer
 * 2018, Shampoo: preconditioned stochastic tensor optimization, algorithms 1 and 2). Roots cost the cube
 * of rows and columns, so they may be taken less often.
 *
 * @param groups the shapes of all variables, in order and apart; what they leave out passes through
 * @param epsilon what L, R and H begin with on the diagonal, positive
 * @param every updates between two roots, at least 1
 */
public record Shampoo(List<Group> groups, double epsilon, int every) implements GradientTransformation {

    public Shampoo {
        groups = Group.requireApart(groups);
        Require.positive("epsilon", epsilon, "1e-4");
        Require.count("updates between roots", every, "1");
    }

    /** With ε 1e-4 and roots in every update. */
    public static Shampoo of(Group... groups) {
        return new Shampoo(List.of(groups), 1e-4, 1);
    }

    @Override
    public Memory begin(int dimension) {
        Group.requireWithin(groups, dimension);
        return new Preconditioners(this);
    }

    private static final class Preconditioners implements Memory {

        private final List<ShampooGroup> parts;
        private final int every;
        private long count;

        Preconditioners(Shampoo settings) {
            every = settings.every;
            parts = settings.groups.stream()
                    .map(group -> new ShampooGroup(group, settings.epsilon))
                    .toList();
        }

        @Override
        public void apply(Update update) {
            boolean isDue = count++ % every == 0;
            for (ShampooGroup part : parts) {
                part.learn(update.vector());
                if (isDue) {
                    part.takeRoots();
                }
                part.apply(update.vector());
            }
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            parts.forEach(part -> state.part("group", part));
        }
    }
}
