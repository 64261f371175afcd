package org.cotangent.optim.stochastic;

import java.util.List;
import java.util.Objects;
import org.cotangent.optim.run.State;

/**
 * Other transformations for other variables: no decay of offsets, a smaller rate for some layer. What
 * no part names passes through.
 *
 * @param parts in order of their groups, which are apart
 */
public record PerGroup(List<Part> parts) implements GradientTransformation {

    /**
     * A chain for one group.
     *
     * @param group the variables
     * @param chain what happens to their part of the gradient, in this order
     */
    public record Part(Group group, List<GradientTransformation> chain) {

        public Part {
            Objects.requireNonNull(group, "group is null, expected a range of variables");
            chain = List.copyOf(chain);
        }
    }

    public PerGroup {
        parts = List.copyOf(parts);
        Group.requireApart(parts.stream().map(Part::group).toList());
    }

    /** A chain for one group alone. */
    public static PerGroup only(Group group, GradientTransformation... chain) {
        return new PerGroup(List.of(new Part(group, List.of(chain))));
    }

    @Override
    public Memory begin(int dimension) {
        Group.requireWithin(parts.stream().map(Part::group).toList(), dimension);
        return new Slices(parts.stream().map(Slice::new).toList());
    }

    /** The memories of all parts. */
    private record Slices(List<Slice> slices) implements Memory {

        @Override
        public void apply(Update update) {
            slices.forEach(slice -> slice.apply(update));
        }

        @Override
        public void exchange(State state) {
            slices.forEach(slice -> state.part("group", slice));
        }
    }

    /** The variables of one group in buffers of their own. */
    private static final class Slice implements Memory {

        private final Group group;
        private final List<Memory> chain;
        private final double[] point;
        private final double[] vector;

        Slice(Part part) {
            group = part.group();
            chain = part.chain().stream()
                    .map(link -> link.begin(group.length()))
                    .toList();
            point = new double[group.length()];
            vector = new double[group.length()];
        }

        @Override
        public void apply(Update update) {
            System.arraycopy(update.point(), group.from(), point, 0, point.length);
            System.arraycopy(update.vector(), group.from(), vector, 0, vector.length);
            Update part = new Update(point, vector);
            part.from(update.batch(), update.value());
            chain.forEach(link -> link.apply(part));
            System.arraycopy(vector, 0, update.vector(), group.from(), vector.length);
        }

        @Override
        public void exchange(State state) {
            chain.forEach(link -> state.part("link", link));
        }
    }
}
