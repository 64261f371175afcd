package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements of an array in another arrangement: nothing is computed or copied, an element of the view
 * is an element of the array at another index.
 */
public final class View extends GraphNode {

    /** The value of a scalar expression (no index), or of an array's element. */
    @FunctionalInterface
    public interface Elements {
        Expr of(Expr operand, List<Expr> index);
    }

    /** How indices of a view become indices of its array. */
    @FunctionalInterface
    private interface Mapping {
        List<Expr> of(List<Expr> index, List<Expr> parameters, Elements elements);
    }

    /** The arrangements. */
    public enum Kind {
        /** Consecutive elements along each axis; parameters: the first index of each. */
        SLICE((index, from, elements) -> shifted(index, from, elements)),
        TRANSPOSE((index, none, elements) -> List.of(index.get(1), index.get(0))),
        /** One row; parameter: which. */
        ROW((index, at, elements) -> List.of(scalar(at, elements), index.get(0))),
        /** One column; parameter: which. */
        COLUMN((index, at, elements) -> List.of(index.get(0), scalar(at, elements))),
        /** A matrix whose every row is the vector. */
        REPEATED_ROW((index, none, elements) -> List.of(index.get(1))),
        /** A matrix whose every column is the vector. */
        REPEATED_COLUMN((index, none, elements) -> List.of(index.get(0))),
        DIAGONAL((index, none, elements) -> List.of(index.get(0), index.get(0))),
        /** Elements at indices; parameter: an int vector of indices. */
        GATHER((index, at, elements) -> List.of(element(at, index.get(0), elements))),
        /** Rows at indices; parameter: an int vector of indices. */
        GATHERED_ROWS((index, at, elements) -> List.of(element(at, index.get(0), elements), index.get(1))),
        /** Columns at indices; parameter: an int vector of indices. */
        GATHERED_COLUMNS((index, at, elements) -> List.of(index.get(0), element(at, index.get(1), elements))),
        /** One element of each row; parameter: an int vector of column indices. */
        PICKED_FROM_ROWS((index, at, elements) -> List.of(index.get(0), element(at, index.get(0), elements))),
        /** One element of each column; parameter: an int vector of row indices. */
        PICKED_FROM_COLUMNS((index, at, elements) -> List.of(element(at, index.get(0), elements), index.get(0))),
        /** A vector as a matrix, row by row; parameter: the number of columns. */
        MATRIX((index, columns, elements) ->
                List.of(index.get(0).times(scalar(columns, elements)).plus(index.get(1)))),
        /** A matrix as a vector, row by row; parameter: the number of columns. */
        FLAT((index, columns, elements) -> split(index.get(0), scalar(columns, elements)));

        private final Mapping mapping;

        Kind(Mapping mapping) {
            this.mapping = mapping;
        }

        private static List<Expr> shifted(List<Expr> index, List<Expr> from, Elements elements) {
            List<Expr> shifted = new ArrayList<>();
            for (int k = 0; k < index.size(); k++) {
                shifted.add(elements.of(from.get(k), List.of()).plus(index.get(k)));
            }
            return shifted;
        }

        private static Expr scalar(List<Expr> parameters, Elements elements) {
            return elements.of(parameters.get(0), List.of());
        }

        private static Expr element(List<Expr> parameters, Expr index, Elements elements) {
            return elements.of(parameters.get(0), List.of(index));
        }

        private static List<Expr> split(Expr index, Expr columns) {
            return List.of(index.dividedBy(columns), index.remainder(columns));
        }
    }

    private final Kind kind;
    private final Expr array;
    private final List<Expr> parameters;
    private final List<Requirement> requirements;

    View(Kind kind, Expr array, List<Expr> parameters, List<Expr> shape, List<Requirement> requirements) {
        super(array.type().component(), shape);
        this.kind = kind;
        this.array = array;
        this.parameters = parameters;
        this.requirements = requirements;
    }

    public Kind kind() {
        return kind;
    }

    /** What this is a view of. */
    public Expr array() {
        return array;
    }

    /** Ints and int vectors that tell which elements; see {@link Kind}. */
    public List<Expr> parameters() {
        return parameters;
    }

    /**
     * The index of an element in the array behind the view.
     *
     * @param index of the element in the view
     * @param elements gives the values of this view's parameters
     */
    public List<Expr> source(List<Expr> index, Elements elements) {
        return kind.mapping.of(index, parameters, elements);
    }

    @Override
    public List<Expr> operands() {
        List<Expr> operands = new ArrayList<>(List.of(array));
        operands.addAll(parameters);
        return operands;
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.view(this);
    }
}
