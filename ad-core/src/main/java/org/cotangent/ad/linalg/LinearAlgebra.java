package org.cotangent.ad.linalg;

import java.util.List;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.CustomFunction;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.External;
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

    private static final CustomFunction<MatrixExpr> SOLVE = matrix(MatrixPrograms.SOLVE, "n", "columns");
    private static final CustomFunction<MatrixExpr> SOLVE_TRANSPOSED =
            matrix(MatrixPrograms.SOLVE_TRANSPOSED, "n", "columns");
    private static final CustomFunction<MatrixExpr> SOLVE_POSITIVE =
            matrix(MatrixPrograms.SOLVE_POSITIVE, "n", "columns");
    private static final CustomFunction<MatrixExpr> SOLVE_LOWER = matrix(MatrixPrograms.SOLVE_LOWER, "n", "columns");
    private static final CustomFunction<MatrixExpr> SOLVE_LOWER_TRANSPOSED =
            matrix(MatrixPrograms.SOLVE_LOWER_TRANSPOSED, "n", "columns");
    private static final CustomFunction<MatrixExpr> SOLVE_UPPER = matrix(MatrixPrograms.SOLVE_UPPER, "n", "columns");
    private static final CustomFunction<MatrixExpr> SOLVE_UPPER_TRANSPOSED =
            matrix(MatrixPrograms.SOLVE_UPPER_TRANSPOSED, "n", "columns");
    private static final CustomFunction<MatrixExpr> INVERSE = matrix(MatrixPrograms.INVERT, "n", "n");
    private static final CustomFunction<MatrixExpr> CHOLESKY =
            CustomFunction.matrix("cholesky", square(), size(), size(), CholeskyRules.CHOLESKY);
    private static final CustomFunction<Expr> DETERMINANT = scalar(MatrixPrograms.DETERMINANT);
    private static final CustomFunction<Expr> LOG_DETERMINANT = scalar(MatrixPrograms.LOG_DETERMINANT);
    private static final CustomFunction<Expr> LOG_DETERMINANT_POSITIVE =
            scalar(MatrixPrograms.LOG_DETERMINANT_POSITIVE);

    private static final CustomFunction<MatrixExpr> LEAST_SQUARES =
            matrix(MatrixPrograms.LEAST_SQUARES, "n", "columns");
    private static final CustomFunction<VectorExpr> EIGENVALUES = vector(MatrixPrograms.EIGENVALUES, "n");
    private static final CustomFunction<MatrixExpr> EIGENVECTORS = matrix(MatrixPrograms.EIGENVECTORS, "n", "n");
    private static final Expr SMALLER = Expr.apply(
            Op.INT_MIN, find(MatrixPrograms.SINGULAR_VALUES, "m"), find(MatrixPrograms.SINGULAR_VALUES, "n"));
    private static final CustomFunction<VectorExpr> SINGULAR_VALUES = CustomFunction.vector(
            "singularValues", parameters(MatrixPrograms.SINGULAR_VALUES), SMALLER, MatrixPrograms.SINGULAR_VALUES);
    private static final CustomFunction<VectorExpr> PACKED_EIGEN = CustomFunction.vector(
            "eigenDecomposition",
            parameters(MatrixPrograms.PACKED_EIGEN),
            find(MatrixPrograms.PACKED_EIGEN, "n")
                    .times(find(MatrixPrograms.PACKED_EIGEN, "n").plus(1)),
            MatrixPrograms.PACKED_EIGEN);
    private static final CustomFunction<VectorExpr> PACKED_SINGULAR = CustomFunction.vector(
            "singularValueDecomposition",
            parameters(MatrixPrograms.PACKED_SINGULAR),
            SMALLER.times(find(MatrixPrograms.SINGULAR_VALUES, "m")
                    .plus(find(MatrixPrograms.SINGULAR_VALUES, "n"))
                    .plus(1)),
            MatrixPrograms.PACKED_SINGULAR);
    private static final CustomFunction<MatrixExpr> PSEUDO_INVERSE = matrix(MatrixPrograms.PSEUDO_INVERSE, "n", "m");
    private static final CustomFunction<MatrixExpr> ORTHOGONAL_FACTOR =
            matrix(MatrixPrograms.ORTHOGONAL_FACTOR, "m", "n");
    private static final CustomFunction<MatrixExpr> SQUARE_ROOT = matrix(MatrixPrograms.SQUARE_ROOT, "n", "n");
    private static final CustomFunction<Expr> SPECTRAL_NORM = scalar(MatrixPrograms.SPECTRAL_NORM);
    private static final CustomFunction<Expr> NUCLEAR_NORM = scalar(MatrixPrograms.NUCLEAR_NORM);

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

    /** The solution of A X = B; see {@link Matrices#solve}. */
    public static MatrixExpr solve(MatrixExpr a, MatrixExpr b) {
        return system(SOLVE, a, b);
    }

    /** The solution of A x = b. */
    public static VectorExpr solve(MatrixExpr a, VectorExpr b) {
        return system(SOLVE, a, b);
    }

    /** The solution of Aᵀ X = B. */
    public static MatrixExpr solveTransposed(MatrixExpr a, MatrixExpr b) {
        return system(SOLVE_TRANSPOSED, a, b);
    }

    /** The solution of Aᵀ x = b. */
    public static VectorExpr solveTransposed(MatrixExpr a, VectorExpr b) {
        return system(SOLVE_TRANSPOSED, a, b);
    }

    /** The solution of A X = B with a symmetric positive definite matrix; see {@link Matrices#solvePositive}. */
    public static MatrixExpr solvePositive(MatrixExpr a, MatrixExpr b) {
        return system(SOLVE_POSITIVE, a, b);
    }

    /** The solution of A x = b with a symmetric positive definite matrix. */
    public static VectorExpr solvePositive(MatrixExpr a, VectorExpr b) {
        return system(SOLVE_POSITIVE, a, b);
    }

    /** The solution of L X = B, where only the lower triangle of L is read. */
    public static MatrixExpr solveLower(MatrixExpr l, MatrixExpr b) {
        return system(SOLVE_LOWER, l, b);
    }

    /** The solution of L x = b, where only the lower triangle of L is read. */
    public static VectorExpr solveLower(MatrixExpr l, VectorExpr b) {
        return system(SOLVE_LOWER, l, b);
    }

    /** The solution of Lᵀ X = B, where only the lower triangle of L is read. */
    public static MatrixExpr solveLowerTransposed(MatrixExpr l, MatrixExpr b) {
        return system(SOLVE_LOWER_TRANSPOSED, l, b);
    }

    /** The solution of Lᵀ x = b, where only the lower triangle of L is read. */
    public static VectorExpr solveLowerTransposed(MatrixExpr l, VectorExpr b) {
        return system(SOLVE_LOWER_TRANSPOSED, l, b);
    }

    /** The solution of U X = B, where only the upper triangle of U is read. */
    public static MatrixExpr solveUpper(MatrixExpr u, MatrixExpr b) {
        return system(SOLVE_UPPER, u, b);
    }

    /** The solution of U x = b, where only the upper triangle of U is read. */
    public static VectorExpr solveUpper(MatrixExpr u, VectorExpr b) {
        return system(SOLVE_UPPER, u, b);
    }

    /** The solution of Uᵀ X = B, where only the upper triangle of U is read. */
    public static MatrixExpr solveUpperTransposed(MatrixExpr u, MatrixExpr b) {
        return system(SOLVE_UPPER_TRANSPOSED, u, b);
    }

    /** The inverse; see {@link Matrices#inverse}. */
    public static MatrixExpr inverse(MatrixExpr a) {
        requireSquare(a);
        return INVERSE.apply(a.flatten(), a.rows());
    }

    /** The lower triangular factor of a symmetric positive definite matrix; see {@link Matrices#cholesky}. */
    public static MatrixExpr cholesky(MatrixExpr a) {
        requireSquare(a);
        return CHOLESKY.apply(a.flatten(), a.rows());
    }

    /** The determinant; see {@link Matrices#determinant}. */
    public static Expr determinant(MatrixExpr a) {
        requireSquare(a);
        return DETERMINANT.apply(a.flatten(), a.rows());
    }

    /** The logarithm of the absolute value of the determinant; see {@link Matrices#logDeterminant}. */
    public static Expr logDeterminant(MatrixExpr a) {
        requireSquare(a);
        return LOG_DETERMINANT.apply(a.flatten(), a.rows());
    }

    /** As {@link #logDeterminant}, of a symmetric positive definite matrix; see {@link Matrices#logDeterminantPositive}. */
    public static Expr logDeterminantPositive(MatrixExpr a) {
        requireSquare(a);
        return LOG_DETERMINANT_POSITIVE.apply(a.flatten(), a.rows());
    }

    /** The X with the least |A X - B|, column by column; see {@link Matrices#leastSquares}. */
    public static MatrixExpr leastSquares(MatrixExpr a, MatrixExpr b) {
        requireTall(a);
        requireSame("rows of a", a, a.rows(), "rows of b", b, b.rows());
        return LEAST_SQUARES.apply(a.flatten(), b.flatten(), a.rows(), a.columns(), b.columns());
    }

    /** The x with the least |A x - b|. */
    public static VectorExpr leastSquares(MatrixExpr a, VectorExpr b) {
        requireTall(a);
        requireSame("rows of a", a, a.rows(), "length of b", b, b.length());
        return LEAST_SQUARES
                .apply(a.flatten(), b, a.rows(), a.columns(), Expr.constant(1))
                .flatten();
    }

    /** The eigenvalues of a symmetric matrix, ascending; see {@link Matrices#eigenvalues}. */
    public static VectorExpr eigenvalues(MatrixExpr a) {
        requireSquare(a);
        return EIGENVALUES.apply(a.flatten(), a.rows());
    }

    /** The eigenvectors of a symmetric matrix, as columns; see {@link Matrices#eigenvectors}. */
    public static MatrixExpr eigenvectors(MatrixExpr a) {
        requireSquare(a);
        return EIGENVECTORS.apply(a.flatten(), a.rows());
    }

    /** Eigenvalues and eigenvectors by one decomposition; see {@link Matrices#eigenDecomposition}. */
    public static EigenFactors eigenDecomposition(MatrixExpr a) {
        requireSquare(a);
        VectorExpr packed = PACKED_EIGEN.apply(a.flatten(), a.rows());
        return new EigenFactors(
                packed.slice(Expr.constant(0), a.rows()),
                packed.slice(a.rows(), packed.length()).reshape(a.rows(), a.rows()));
    }

    /** The singular values, descending; see {@link Matrices#singularValues}. */
    public static VectorExpr singularValues(MatrixExpr a) {
        return SINGULAR_VALUES.apply(a.flatten(), a.rows(), a.columns());
    }

    /** U, singular values and V by one decomposition; see {@link Matrices#singularValueDecomposition}. */
    public static SingularFactors singularValueDecomposition(MatrixExpr a) {
        VectorExpr packed = PACKED_SINGULAR.apply(a.flatten(), a.rows(), a.columns());
        Expr smaller = Expr.apply(Op.INT_MIN, a.rows(), a.columns());
        Expr first = a.rows().times(smaller);
        Expr second = first.plus(smaller);
        return new SingularFactors(
                packed.slice(Expr.constant(0), first).reshape(a.rows(), smaller),
                packed.slice(first, second),
                packed.slice(second, packed.length()).reshape(a.columns(), smaller));
    }

    /** A⁺; see {@link Matrices#pseudoInverse}. */
    public static MatrixExpr pseudoInverse(MatrixExpr a) {
        return PSEUDO_INVERSE.apply(a.flatten(), a.rows(), a.columns());
    }

    /** The nearest matrix with orthonormal columns, or rows; see {@link Matrices#orthogonalFactor}. */
    public static MatrixExpr orthogonalFactor(MatrixExpr a) {
        return ORTHOGONAL_FACTOR.apply(a.flatten(), a.rows(), a.columns());
    }

    /** The root of a symmetric positive definite matrix; see {@link Matrices#squareRoot}. */
    public static MatrixExpr squareRoot(MatrixExpr a) {
        requireSquare(a);
        return SQUARE_ROOT.apply(a.flatten(), a.rows());
    }

    /** The largest singular value; see {@link Matrices#spectralNorm}. */
    public static Expr spectralNorm(MatrixExpr a) {
        return SPECTRAL_NORM.apply(a.flatten(), a.rows(), a.columns());
    }

    /** The sum of the singular values; see {@link Matrices#nuclearNorm}. */
    public static Expr nuclearNorm(MatrixExpr a) {
        return NUCLEAR_NORM.apply(a.flatten(), a.rows(), a.columns());
    }

    private static MatrixExpr system(CustomFunction<MatrixExpr> function, MatrixExpr a, MatrixExpr b) {
        requireSquare(a);
        requireSame("rows of a", a, a.rows(), "rows of b", b, b.rows());
        return function.apply(a.flatten(), b.flatten(), a.rows(), b.columns());
    }

    private static VectorExpr system(CustomFunction<MatrixExpr> function, MatrixExpr a, VectorExpr b) {
        requireSquare(a);
        requireSame("rows of a", a, a.rows(), "length of b", b, b.length());
        return function.apply(a.flatten(), b, a.rows(), Expr.constant(1)).flatten();
    }

    private static void requireSquare(MatrixExpr a) {
        if (a.rows() instanceof Constant
                && a.columns() instanceof Constant
                && !a.rows().equals(a.columns())) {
            throw new IllegalArgumentException(
                    "a is " + a.rows() + " x " + a.columns() + ", expected as many rows as columns; a is " + a);
        }
    }

    private static void requireTall(MatrixExpr a) {
        if (a.rows() instanceof Constant rows
                && a.columns() instanceof Constant columns
                && rows.integer() < columns.integer()) {
            throw new IllegalArgumentException(QrFactorisation.tooWide(a.rows() + " x " + a.columns()));
        }
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

    private static CustomFunction<Expr> scalar(Program program) {
        return CustomFunction.scalar(
                program.entry().name(), arithmetic(program.entry().parameters()), program);
    }

    private static List<Arithmetic<?>> square() {
        return arithmetic(CholeskyRules.CHOLESKY.parameters().stream()
                .limit(2)
                .map(External.Parameter::variable)
                .toList());
    }

    private static Variable size() {
        return CholeskyRules.CHOLESKY.parameters().get(1).variable();
    }

    private static List<Arithmetic<?>> parameters(Program program) {
        List<Variable> all = program.entry().parameters();
        return arithmetic(all.subList(0, all.size() - 1));
    }

    private static List<Arithmetic<?>> arithmetic(List<Variable> parameters) {
        return parameters.stream()
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
