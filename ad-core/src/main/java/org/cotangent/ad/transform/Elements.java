package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Statements over all elements of arrays of any rank and one shape. */
final class Elements {

    private final Names names;

    Elements(Names names) {
        this.names = names;
    }

    /** Makes an array of zeros in the shape of another. */
    List<Statement> zerosLike(Variable target, Expr shape) {
        Variable array = reference(shape);
        List<Statement> statements = new ArrayList<>();
        if (array != shape) {
            statements.add(new Statement.Assign(array, shape));
        }
        statements.add(new Statement.Allocate(target, List.of(array.length())));
        if (target.type().rank() > 1) {
            Variable counter = names.variable("i", Type.INT);
            Variable row = names.variable(target.name() + "Row", target.type().component());
            List<Statement> body = new ArrayList<>(zerosLike(row, array.at(counter)));
            body.add(new Statement.Store(target, counter, row));
            statements.add(loop("shape", counter, array, body));
        }
        return statements;
    }

    private Variable reference(Expr array) {
        return array instanceof Variable variable ? variable : names.variable("row", array.type());
    }

    /** Copies all elements of one array to another. */
    List<Statement> copy(Expr from, Expr to) {
        return visit(
                "copy", List.of(to, from), at -> List.of(new Statement.Store(at[0].array, at[0].index, at[1].value())));
    }

    /** As {@link #copy}, by way of a register that is told. */
    List<Statement> copy(Expr from, Expr to, java.util.function.Consumer<Variable> register) {
        return visit("copy", List.of(to, from), at -> {
            Variable old = names.variable("old", at[1].value().type());
            register.accept(old);
            return List.of(
                    new Statement.Assign(old, at[1].value()), new Statement.Store(at[0].array, at[0].index, old));
        });
    }

    /** Adds all elements of one array to those of another. */
    List<Statement> add(Expr from, Expr to) {
        return visit(
                "add",
                List.of(to, from),
                at -> List.of(new Statement.Store(
                        at[0].array, at[0].index, Simplification.sum(at[0].value(), at[1].value()))));
    }

    /** Sets all elements to 0. */
    List<Statement> clear(Expr array) {
        return visit(
                "clear",
                List.of(array),
                at -> List.of(new Statement.Store(at[0].array, at[0].index, Expr.constant(0.0))));
    }

    /** Adds the inner product of two arrays to a register. */
    List<Statement> addProducts(Expr first, Expr second, Variable sum) {
        return visit(
                "dot",
                List.of(first, second),
                at -> List.of(new Statement.Assign(
                        sum, Simplification.sum(sum, Simplification.product(at[0].value(), at[1].value())))));
    }

    /** An element of an array at the counters of the loops around it. */
    private record Place(Variable array, Variable index) {
        Expr value() {
            return array.at(index);
        }
    }

    /** Loops over all places of arrays of one shape, which the first tells. */
    private List<Statement> visit(String label, List<Expr> arrays, Function<Place[], List<Statement>> body) {
        List<Statement> statements = new ArrayList<>();
        Variable[] references = new Variable[arrays.size()];
        for (int i = 0; i < references.length; i++) {
            references[i] = reference(arrays.get(i));
            if (references[i] != arrays.get(i)) {
                statements.add(new Statement.Assign(references[i], arrays.get(i)));
            }
        }
        Variable counter = names.variable("i", Type.INT);
        List<Statement> inner;
        if (references[0].type().rank() == 1) {
            inner = body.apply(
                    Arrays.stream(references).map(r -> new Place(r, counter)).toArray(Place[]::new));
        } else {
            inner = visit(
                    label, Arrays.stream(references).map(r -> r.at(counter)).toList(), body);
        }
        statements.add(loop(label, counter, references[0], inner));
        return statements;
    }

    private Statement loop(String label, Variable counter, Variable over, List<Statement> body) {
        return new Statement.For(
                names.fresh(label), counter, Expr.constant(0), over.length(), 1, Statement.Block.of(body));
    }
}
