package org.cotangent.ad.linalg;

import java.util.List;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.CustomFunction;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.Program;

/**
 * Linear algebra in graphs: the methods of {@link Matrices} on expressions. Extents that are known are
 * checked here, others when the graph is evaluated.
 */
public final class LinearAlgebra {

    private static final CustomFunction<MatrixExpr> MULTIPLY = product(MatrixPrograms.MULTIPLY);
    private static final CustomFunction<MatrixExpr> LEFT = product(MatrixPrograms.MULTIPLY_LEFT_TRANSPOSED);
    private static final CustomFunction<MatrixExpr> RIGHT = product(MatrixPrograms.MULTIPLY_RIGHT_TRANSPOSED);
    private static final CustomFunction<MatrixExpr> BOTH = product(MatrixPrograms.MULTIPLY_BOTH_TRANSPOSED);
    private static final CustomFunction<VectorExpr> VECTOR = vector(MatrixPrograms.MULTIPLY_VECTOR, "m");
    private static final CustomFunction<VectorExpr> TRANSPOSED = vector(MatrixPrograms.MULTIPLY_VECTOR_TRANSPOSED, "n");

    private LinearAlgebra() {}

    /** A B, by the fastest kernel there is: for large matrices; {@link MatrixExpr#dot} is a loop. */
    public static MatrixExpr multiply(MatrixExpr a, MatrixExpr b) {
        requireSame("columns of a", a, a.columns(), "rows of b", b, b.rows());
        return MULTIPLY.apply(a.flatten(), b.flatten(), a.rows(), a.columns(), b.columns());
    }

    /** Aᵀ B. */
    public static MatrixExpr multiplyLeftTransposed(MatrixExpr a, MatrixExpr b) {
        requireSame("rows of a", a, a.rows(), "rows of b", b, b.rows());
        return LEFT.apply(a.flatten(), b.flatten(), a.columns(), a.rows(), b.columns());
    }

    /** A Bᵀ. */
    public static MatrixExpr multiplyRightTransposed(MatrixExpr a, MatrixExpr b) {
        requireSame("columns of a", a, a.columns(), "columns of b", b, b.columns());
        return RIGHT.apply(a.flatten(), b.flatten(), a.rows(), a.columns(), b.rows());
    }

    /** Aᵀ Bᵀ. */
    public static MatrixExpr multiplyBothTransposed(MatrixExpr a, MatrixExpr b) {
        requireSame("rows of a", a, a.rows(), "columns of b", b, b.columns());
        return BOTH.apply(a.flatten(), b.flatten(), a.columns(), a.rows(), b.rows());
    }

    /** A x. */
    public static VectorExpr multiply(MatrixExpr a, VectorExpr x) {
        requireSame("columns of a", a, a.columns(), "length of x", x, x.length());
        return VECTOR.apply(a.flatten(), x, a.rows(), a.columns());
    }

    /** Aᵀ x. */
    public static VectorExpr multiplyTransposed(MatrixExpr a, VectorExpr x) {
        requireSame("rows of a", a, a.rows(), "length of x", x, x.length());
        return TRANSPOSED.apply(a.flatten(), x, a.rows(), a.columns());
    }

    private static void requireSame(
            String first, Arithmetic<?> a, Expr found, String second, Arithmetic<?> b, Expr other) {
        if (found instanceof Constant && other instanceof Constant && !found.equals(other)) {
            throw new IllegalArgumentException(first + " are " + found + ", expected " + other + ", " + second
                    + "; a is " + a + ", " + second.substring(second.length() - 1) + " is " + b);
        }
    }

    private static CustomFunction<MatrixExpr> product(Program program) {
        return matrix(program, "m", "n");
    }

    /** A program that writes a matrix, its last parameter, with extents that are parameters. */
    private static CustomFunction<MatrixExpr> matrix(Program program, String rows, String columns) {
        return CustomFunction.matrix(
                program.entry().name(), parameters(program), find(program, rows), find(program, columns), program);
    }

    private static CustomFunction<VectorExpr> vector(Program program, String length) {
        return CustomFunction.vector(program.entry().name(), parameters(program), find(program, length), program);
    }

    private static List<Arithmetic<?>> parameters(Program program) {
        List<Variable> all = program.entry().parameters();
        return all.subList(0, all.size() - 1).stream()
                .<Arithmetic<?>>map(p -> p.type().isArray() ? Graph.vector(p) : p)
                .toList();
    }

    private static Variable find(Program program, String name) {
        return program.entry().parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
