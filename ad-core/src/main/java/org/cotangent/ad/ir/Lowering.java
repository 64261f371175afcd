package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.GraphNode;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Requirement;
import org.cotangent.ad.expr.Traversal;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.Statement.Block;

/**
 * Turns an expression graph into a program: one register for each shared value, expressions of at
 * most a line, loops for arrays, branches for conditions. Where things are evaluated is decided
 * by {@link Placement}; the length of a graph's longest path does not matter.
 *
 * <p>Arrays are combined in loops, one nest for each array that more than one loop needs; reductions
 * accumulate in order. A matrix is an array of rank 1, row by row: a shadow, a tape or a result is
 * then one array too, no row references have to be followed, and the loop over a row costs the same.
 * What could not be checked when the graph was built, such as shapes known only at run time, is
 * checked when the program runs; that an array given for a variable of known shape has that many
 * elements is for the caller to check.
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
        return program(name, parameters, result);
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
        return program(name, parameters, result);
    }

    private static Program program(String name, List<Variable> parameters, Arithmetic<?> result) {
        Functions functions = new Functions(name);
        Procedure entry = procedure(name, parameters, result, functions);
        return Program.of(entry, functions.procedures());
    }

    /** A procedure that calls those of the given functions. */
    static Procedure procedure(String name, List<Variable> parameters, Arithmetic<?> result, Functions functions) {
        if (result instanceof MatrixExpr matrix) {
            return procedure(name, parameters, matrix.flatten(), functions);
        }
        return result instanceof VectorExpr vector
                ? vector(name, parameters, vector, functions)
                : scalar(name, parameters, (Expr) result, functions);
    }

    private static Procedure scalar(String name, List<Variable> parameters, Expr result, Functions functions) {
        if (result.type().isArray()) {
            throw new IllegalArgumentException("result " + result + " has type " + result.type()
                    + ", expected a scalar; pass vectors as VectorExpr");
        }
        List<Expr> order = order(result);
        Names names = names(parameters, order);
        Variable register = names.register("result", result.type());
        Block body = body(order, result, List.of(), names, register, functions);
        return new Procedure(name, parameters, List.of(register), body);
    }

    private static Procedure vector(String name, List<Variable> parameters, VectorExpr result, Functions functions) {
        List<Expr> order = order(result.node(), result.length());
        Names names = names(parameters, order);
        Variable out = names.register("out", result.node().type());
        Block body = body(order, result.node(), List.of(result.length()), names, out, functions);
        List<Variable> all = new ArrayList<>(parameters);
        all.add(out);
        return new Procedure(name, all, List.of(), body);
    }

    /** Everything the results need, sizes included, operands first. */
    private static List<Expr> order(Expr... results) {
        List<Expr> roots = new ArrayList<>(List.of(results));
        java.util.Collections.reverse(roots);
        return Traversal.postOrder(roots, Lowering::operands);
    }

    /** What must be evaluated before an expression. */
    static List<Expr> operands(Expr expression) {
        List<Expr> operands = Traversal.operands(expression);
        if (!(expression instanceof GraphNode node)) {
            return operands;
        }
        List<Expr> all = new ArrayList<>(node.sizes());
        for (Requirement requirement : node.requirements()) {
            all.add(requirement.holds());
            all.addAll(requirement.values());
        }
        all.addAll(operands);
        return all;
    }

    private static Block body(
            List<Expr> order, Expr result, List<Expr> shape, Names names, Variable output, Functions functions) {
        Region root = Region.root();
        Indices indices = new Indices(order, result, names);
        Placement placement = Placement.of(order, result, shape, indices, names, root);
        Emission emission = new Emission(placement, indices, names, output, functions);
        for (Expr expression : order) {
            if (!Placement.isLeaf(expression)) {
                emission.emit(expression, !shape.isEmpty() && expression == result);
            }
        }
        emission.finish(result, shape);
        return root.block();
    }

    private static Names names(List<Variable> parameters, List<Expr> order) {
        Set<String> names = new HashSet<>();
        for (Variable parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("parameter " + parameter.name() + " is given twice in " + parameters
                        + "; variables need names of their own");
            }
        }
        Set<Variable> unknown = Traversal.freeIn(order);
        parameters.forEach(unknown::remove);
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
