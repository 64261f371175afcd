package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.GraphNode;
import org.cotangent.ad.expr.Traversal;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.Store;

/**
 * Turns an expression graph into a program: one register for each shared value, expressions of at
 * most a line, loops for vectors, branches for conditions. Where things are evaluated is decided
 * by {@link Placement}; the length of a graph's longest path does not matter.
 *
 * <p>Vectors are combined in loops, one for each vector that more than one loop needs; reductions
 * accumulate in order. Vectors of symbolic length that are combined are checked to be of one length
 * when the program runs; that an array given for a vector of known length has that length is for
 * the caller to check.
 */
public final class Lowering {

    private Lowering() {}

    /**
     * A program that computes a scalar.
     *
     * @param name of its procedure, a Java identifier
     * @param parameters every variable of the graph, in the order in which values are passed
     * @param result a scalar
     * @throws IllegalArgumentException if a variable of the graph is not among the parameters, two
     *     parameters have one name, or the result is an array
     */
    public static Program of(String name, List<Variable> parameters, Expr result) {
        if (result.type().isArray()) {
            throw new IllegalArgumentException("result " + result + " has type " + result.type()
                    + ", expected a scalar; pass vectors as VectorExpr");
        }
        List<Expr> order = order(result);
        Names names = names(parameters, order);
        Region body = Region.root();
        Variable register = names.register("result", result.type());
        Emission emission = emit(order, body, names, register, false);
        body.statements.add(new Assign(register, emission.value(result, body)));
        return Program.of(new Procedure(name, parameters, List.of(register), body.block()));
    }

    /**
     * A program that writes a vector into its last parameter, an array {@code out} added to the
     * given ones; an array longer than the vector keeps its further elements.
     *
     * @param name of its procedure, a Java identifier
     * @param parameters every variable of the graph, in the order in which values are passed
     * @param result a vector
     * @throws IllegalArgumentException if a variable of the graph is not among the parameters or
     *     two parameters have one name
     */
    public static Program of(String name, List<Variable> parameters, VectorExpr result) {
        Expr node = result.node();
        List<Expr> order = order(node, result.length());
        Names names = names(parameters, order);
        Variable out = names.register("out", node.type());
        Region body = Region.root();
        Emission emission = emit(order, body, names, out, true);
        Expr value = emission.value(node, body);
        if (value != out) {
            body.statements.add(copy(value, emission.value(result.length(), body), out, names));
        }
        List<Variable> all = new ArrayList<>(parameters);
        all.add(out);
        return Program.of(new Procedure(name, all, List.of(), body.block()));
    }

    private static Statement copy(Expr from, Expr count, Variable to, Names names) {
        Variable counter = names.register("i", Type.INT);
        Store store = new Store(to, counter, from.at(counter));
        return new For("copy", counter, Expr.constant(0), count, 1, Block.of(store));
    }

    /** Everything the results need, lengths included, operands first; the first result comes last. */
    private static List<Expr> order(Expr... results) {
        List<Expr> roots = new ArrayList<>(List.of(results));
        java.util.Collections.reverse(roots);
        return Traversal.postOrder(roots, Lowering::operands);
    }

    private static List<Expr> operands(Expr expression) {
        List<Expr> operands = Traversal.operands(expression);
        if (!(expression instanceof GraphNode node)) {
            return operands;
        }
        List<Expr> all = new ArrayList<>(node.accept(Lengths.OF));
        all.addAll(operands);
        return all;
    }

    private static Emission emit(List<Expr> order, Region body, Names names, Variable output, boolean isVector) {
        Placement placement = Placement.of(order, body);
        Emission emission = new Emission(placement, names, output);
        Expr result = order.get(order.size() - 1);
        for (Expr expression : order) {
            if (!Placement.isLeaf(expression)) {
                emission.emit(expression, isVector && expression == result);
            }
        }
        return emission;
    }

    private static Names names(List<Variable> parameters, List<Expr> order) {
        Set<String> names = new HashSet<>();
        for (Variable parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("parameter " + parameter.name() + " is given twice in " + parameters
                        + "; variables need names of their own");
            }
        }
        Set<Expr> known = new HashSet<>(parameters);
        List<Expr> unknown = order.stream()
                .filter(e -> e instanceof Variable && !known.contains(e))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the expression depends on " + unknown
                    + ", expected only variables among the parameters " + parameters
                    + (unknown.stream().anyMatch(v -> names.contains(v.toString()))
                            ? "; a variable made again under the same name is another variable"
                            : "; add them to the parameters"));
        }
        return new Names(parameters);
    }
}
