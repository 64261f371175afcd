package org.cotangent.optim.stochastic;

import java.util.List;

/**
 * Updates of a group multiplied by the root mean square of its variables, so that the rate says how
 * much they change relative to their size (Shazeer, Stern 2018, Adafactor, section 8).
 *
 * @param groups in order and apart
 * @param floor ε₂, what counts as size where variables are near 0, positive; the authors use 1e-3
 */
public record RelativeToPoint(List<Group> groups, double floor) implements GradientTransformation {

    public RelativeToPoint {
        groups = Group.requireApart(groups);
        Require.positive("floor", floor, "1e-3");
    }

    @Override
    public Memory begin(int dimension) {
        Group.requireWithin(groups, dimension);
        return new Stateless(update -> groups.forEach(group -> {
            double size = Math.max(floor, Adafactor.rootMeanSquare(update.point(), group));
            for (int k = group.from(); k < group.to(); k++) {
                update.vector()[k] *= size;
            }
        }));
    }
}
