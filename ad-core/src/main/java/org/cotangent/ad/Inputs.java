package org.cotangent.ad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Traversal;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.transform.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a function: those it is differentiated by, laid one after the other in the flat
 * point, and those bound to data.
 */
final class Inputs {

    /** A variable's place in the flat point. */
    record Place(Variable variable, int offset, int length) {
        boolean isVector() {
            return variable.type().isArray();
        }
    }

    private final List<Place> places;
    private final Map<Variable, Object> data;
    private final int dimension;

    private Inputs(List<Place> places, Map<Variable, Object> data, int dimension) {
        this.places = places;
        this.data = data;
        this.dimension = dimension;
    }

    static Inputs of(List<? extends Arithmetic<?>> active, Data... data) {
        Objects.requireNonNull(active, "variables are null, expected a list of those to differentiate by");
        Objects.requireNonNull(data, "data are null, expected none or some Data.of(variable, value)");
        List<Place> places = new ArrayList<>();
        Map<Variable, Object> known = new HashMap<>();
        int offset = 0;
        for (Arithmetic<?> input : active) {
            Place place = place(input, offset);
            requireNew(place.variable(), known.put(place.variable(), place));
            places.add(place);
            offset = Math.addExact(offset, place.length());
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException(
                    "no variable to differentiate by is given, expected at least one; name the variables of the point");
        }
        Map<Variable, Object> values = new HashMap<>();
        for (Data datum : data) {
            Objects.requireNonNull(datum, "an element of data is null, expected Data.of(variable, value)");
            requireNew(datum.variable(), known.put(datum.variable(), datum));
            values.put(datum.variable(), datum.value());
        }
        return new Inputs(List.copyOf(places), values, offset);
    }

    private static void requireNew(Variable variable, @Nullable Object before) {
        if (before != null) {
            throw new IllegalArgumentException("variable " + variable.name()
                    + " is given twice, expected once, either to differentiate by or bound to data; leave one out");
        }
    }

    private static Place place(Arithmetic<?> input, int offset) {
        Objects.requireNonNull(input, "a variable is null, expected one made by Graph.scalar or Graph.vector");
        Variable variable = variable(input);
        if (!variable.type().isDifferentiable()) {
            throw new IllegalArgumentException("cannot differentiate by " + input + ", of type " + variable.type()
                    + ", expected a variable made by Graph.scalar, Graph.vector or Graph.matrix");
        }
        if (!variable.type().isArray()) {
            return new Place(variable, offset, 1);
        }
        int length = fixedLength(input)
                .orElseThrow(() -> new IllegalArgumentException(
                        (input instanceof MatrixExpr ? "matrix " : "vector ") + variable.name()
                                + " has no fixed length, expected one, as it is differentiated by; make it with Graph."
                                + (input instanceof MatrixExpr ? "matrix(\"" : "vector(\"") + variable.name()
                                + (input instanceof MatrixExpr ? "\", rows, columns)" : "\", n)")));
        return new Place(variable, offset, length);
    }

    /** The variable that an input is: a scalar, or the array of a vector or matrix. */
    static Variable variable(Arithmetic<?> input) {
        Objects.requireNonNull(
                input, "variable is null, expected one made by Graph.scalar, Graph.vector or Graph.matrix");
        if (input instanceof Variable variable && !variable.type().isArray()) {
            return variable;
        }
        if (input instanceof VectorExpr vector && vector.node() instanceof Variable variable) {
            return variable;
        }
        if (input instanceof MatrixExpr matrix && matrix.isVariable()) {
            return matrix.variable();
        }
        throw new IllegalArgumentException(
                input + " is computed, expected a variable made by Graph.scalar, Graph.vector or Graph.matrix");
    }

    /** The number of elements of a vector or matrix, if the graph fixes it. */
    static OptionalInt fixedLength(Arithmetic<?> input) {
        if (input instanceof MatrixExpr matrix) {
            return fixed(matrix.rows().times(matrix.columns()));
        }
        return input instanceof VectorExpr vector ? fixed(vector.length()) : OptionalInt.empty();
    }

    static OptionalInt fixed(Expr length) {
        return length instanceof Constant constant
                ? OptionalInt.of(Math.toIntExact(constant.integer()))
                : OptionalInt.empty();
    }

    /**
     * Requires every variable of a graph to be given.
     *
     * @throws IllegalArgumentException if one is not, naming it
     */
    void requireKnown(Expr root) {
        List<String> known = parameters().stream().map(Variable::name).toList();
        for (Variable variable : Traversal.free(List.of(root))) {
            if (!isKnown(variable)) {
                throw new IllegalArgumentException("the function depends on " + variable.name()
                        + ", expected only what is given: " + known
                        + (known.contains(variable.name())
                                ? "; a variable made again under the same name is another variable, use the first one"
                                : "; differentiate by it too, or bind it with Data.of"));
            }
        }
    }

    private boolean isKnown(Variable variable) {
        return data.containsKey(variable) || places.stream().anyMatch(p -> p.variable() == variable);
    }

    /** The same with a direction behind the point: the parameters that tangents are passed in. */
    Inputs withDirections(Derivation jvp) {
        List<Place> all = new ArrayList<>(places);
        for (Place place : places) {
            for (Derivation.Slot slot : jvp.parameters()) {
                if (slot.of() == place.variable() && slot.role() == Derivation.Role.TANGENT) {
                    all.add(new Place(slot.variable(), dimension + place.offset(), place.length()));
                }
            }
        }
        return new Inputs(List.copyOf(all), data, Math.multiplyExact(2, dimension));
    }

    /** The name of a derivative, with the parameters it is taken by: the first ones. */
    String form(String derivative) {
        return derivative + " by " + places.size();
    }

    /** The number of variables of the flat point. */
    int dimension() {
        return dimension;
    }

    List<Place> places() {
        return places;
    }

    /** The values of variables bound to data, by variable. */
    Map<Variable, Object> data() {
        return data;
    }

    /** Parameters for a program: the active variables in order, then the data. */
    List<Variable> parameters() {
        List<Variable> parameters = new ArrayList<>(active());
        data.keySet().stream().sorted(Comparator.comparing(Variable::name)).forEach(parameters::add);
        return parameters;
    }

    List<Variable> active() {
        return places.stream().map(Place::variable).toList();
    }
}
