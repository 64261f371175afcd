package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.ONE;
import static org.cotangent.ad.linalg.Sketch.YES;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Program;

/** The methods of {@link Matrices} as programs, each named like its method. */
final class MatrixPrograms {

    private static final Variable A = Sketch.reals("a");
    private static final Variable B = Sketch.reals("b");
    private static final Variable X = Sketch.reals("x");
    private static final Variable Y = Sketch.reals("y");
    private static final Variable C = Sketch.reals("c");
    private static final Variable M = Sketch.integer("m");
    private static final Variable K = Sketch.integer("k");
    private static final Variable N = Sketch.integer("n");
    private static final Variable T = Sketch.reals("t");
    private static final Variable INVERSE = Sketch.reals("inverse");
    private static final Variable COLUMNS = Sketch.integer("columns");
    private static final Expr UNIT = Expr.constant(1.0);

    static final Program MULTIPLY = product("multiply", NO, NO);
    static final Program MULTIPLY_LEFT_TRANSPOSED = product("multiplyLeftTransposed", YES, NO);
    static final Program MULTIPLY_RIGHT_TRANSPOSED = product("multiplyRightTransposed", NO, YES);
    static final Program MULTIPLY_BOTH_TRANSPOSED = product("multiplyBothTransposed", YES, YES);
    static final Program MULTIPLY_VECTOR = vector("multiplyVector", NO, M, N);
    static final Program MULTIPLY_VECTOR_TRANSPOSED = vector("multiplyVectorTransposed", YES, N, M);
    static final Program TRACE = trace();
    static final Program FROBENIUS_NORM = frobeniusNorm();

    static final Program SOLVE = solve("solve", NO);
    static final Program SOLVE_TRANSPOSED = solve("solveTransposed", YES);
    static final Program SOLVE_POSITIVE = solvePositive();
    static final Program SOLVE_LOWER = triangular("solveLower", YES, NO);
    static final Program SOLVE_LOWER_TRANSPOSED = triangular("solveLowerTransposed", YES, YES);
    static final Program SOLVE_UPPER = triangular("solveUpper", NO, NO);
    static final Program SOLVE_UPPER_TRANSPOSED = triangular("solveUpperTransposed", NO, YES);
    static final Program INVERT = inverse();
    static final Program DETERMINANT = ofMatrix("determinant", LuRules.DETERMINANT);
    static final Program LOG_DETERMINANT = ofMatrix("logDeterminant", LuRules.LOG_DETERMINANT);
    static final Program LOG_DETERMINANT_POSITIVE = logDeterminantPositive();
    static final Program TRANSPOSE = transpose();

    static final Program LEAST_SQUARES = leastSquares();
    static final Program EIGENVALUES = ofDecomposition("eigenvalues", Sketch.reals("w"), EigenRules.VALUES);
    static final Program EIGENVECTORS = ofDecomposition("eigenvectors", Sketch.reals("v"), EigenRules.VECTORS);
    static final Program SINGULAR_VALUES = singularValues();

    private MatrixPrograms() {}

    static List<Program> all() {
        return List.of(
                MULTIPLY,
                MULTIPLY_LEFT_TRANSPOSED,
                MULTIPLY_RIGHT_TRANSPOSED,
                MULTIPLY_BOTH_TRANSPOSED,
                MULTIPLY_VECTOR,
                MULTIPLY_VECTOR_TRANSPOSED,
                TRACE,
                FROBENIUS_NORM,
                SOLVE,
                SOLVE_TRANSPOSED,
                SOLVE_POSITIVE,
                SOLVE_LOWER,
                SOLVE_LOWER_TRANSPOSED,
                SOLVE_UPPER,
                SOLVE_UPPER_TRANSPOSED,
                INVERT,
                DETERMINANT,
                LOG_DETERMINANT,
                LOG_DETERMINANT_POSITIVE,
                TRANSPOSE,
                LEAST_SQUARES,
                EIGENVALUES,
                EIGENVECTORS,
                SINGULAR_VALUES);
    }

    private static Program product(String name, Expr aTransposed, Expr bTransposed) {
        Sketch program = new Sketch(name, A, B, M, K, N, C);
        program.call(ProductRules.PRODUCT, UNIT, aTransposed, A, bTransposed, B, M, K, N, C);
        return program.program();
    }

    private static Program vector(String name, Expr transposed, Expr rows, Expr terms) {
        Sketch program = new Sketch(name, A, X, M, N, Y);
        program.call(ProductRules.PRODUCT, UNIT, transposed, A, NO, X, rows, terms, ONE, Y);
        return program.program();
    }

    private static Program trace() {
        Sketch program = new Sketch("trace", A, N);
        Variable sum = Sketch.real("sum");
        program.assign(sum, Expr.constant(0.0));
        program.each(N, i -> program.assign(sum, sum.plus(A.at(i.times(N.plus(1))))));
        return program.program(sum);
    }

    private static Program frobeniusNorm() {
        Sketch program = new Sketch("frobeniusNorm", A);
        Variable sum = Sketch.real("sum");
        Variable norm = Sketch.real("norm");
        program.assign(sum, Expr.constant(0.0));
        program.each(A.length(), i -> program.assign(sum, sum.plus(A.at(i).times(A.at(i)))));
        program.assign(norm, Expr.constant(0.0));
        program.branch(sum.equalTo(0), () -> {}, () -> program.assign(norm, sum.sqrt()));
        return program.program(norm);
    }

    private static Variable lu(Sketch program) {
        Variable lu = program.allocate("lu", N.times(N).plus(N));
        program.call(LuRules.FACTOR, A, N, lu);
        return lu;
    }

    private static Variable factor(Sketch program) {
        Variable factor = program.allocate("factor", N.times(N));
        program.call(CholeskyRules.FACTOR, A, N, factor);
        return factor;
    }

    private static Program solve(String name, Expr transposed) {
        Sketch program = new Sketch(name, A, B, N, COLUMNS, X);
        program.call(LuRules.SOLVE, transposed, A, lu(program), B, N, COLUMNS, X);
        return program.program();
    }

    private static Program solvePositive() {
        Sketch program = new Sketch("solvePositive", A, B, N, COLUMNS, X);
        program.call(CholeskyRules.SOLVE, A, factor(program), B, N, COLUMNS, X);
        return program.program();
    }

    private static Program triangular(String name, Expr lower, Expr transposed) {
        Sketch program = new Sketch(name, T, B, N, COLUMNS, X);
        program.call(TriangularRules.SOLVE, lower, transposed, T, B, N, COLUMNS, X);
        return program.program();
    }

    private static Program inverse() {
        Sketch program = new Sketch("inverse", A, N, INVERSE);
        Variable lu = lu(program);
        program.call(LuRules.SOLVE, NO, A, lu, program.identity("unit", N), N, N, INVERSE);
        return program.program();
    }

    private static Program ofMatrix(String name, External routine) {
        Sketch program = new Sketch(name, A, N);
        return program.program(program.result("value", routine, A, lu(program), N));
    }

    private static Program logDeterminantPositive() {
        Sketch program = new Sketch("logDeterminantPositive", A, N);
        return program.program(program.result("value", CholeskyRules.LOG_DETERMINANT, A, factor(program), N));
    }

    private static Program transpose() {
        Sketch program = new Sketch("transpose", A, M, N, T);
        program.call(TriangularRules.TRANSPOSE, A, M, N, T);
        return program.program();
    }

    private static Program leastSquares() {
        Sketch program = new Sketch("leastSquares", A, B, M, N, COLUMNS, X);
        Variable qr = program.allocate("qr", M.times(N).plus(N.times(N)));
        program.call(QrRules.FACTOR, A, M, N, qr);
        program.call(QrRules.SOLVE, A, qr, B, M, N, COLUMNS, X);
        return program.program();
    }

    private static Program ofDecomposition(String name, Variable result, External routine) {
        Sketch program = new Sketch(name, A, N, result);
        Variable e = program.allocate("e", N.times(N).plus(N));
        program.call(EigenRules.FACTOR, A, N, e);
        program.call(routine, A, e, N, result);
        return program.program();
    }

    private static Program singularValues() {
        Variable s = Sketch.reals("s");
        Sketch program = new Sketch("singularValues", A, M, N, s);
        Expr size = M.plus(N);
        Variable whole = program.allocate("whole", size.times(size));
        program.each(
                M,
                i -> program.each(N, j -> {
                    Expr element = A.at(i.times(N).plus(j));
                    program.set(whole, i.times(size).plus(M).plus(j), element);
                    program.set(whole, M.plus(j).times(size).plus(i), element);
                }));
        Variable e = program.allocate("e", size.times(size).plus(size));
        program.call(EigenRules.FACTOR, whole, size, e);
        Variable w = program.allocate("w", size);
        program.call(EigenRules.VALUES, whole, e, size, w);
        program.each(s.length(), i -> program.set(s, i, w.at(size.minus(ONE).minus(i))));
        return program.program();
    }
}
