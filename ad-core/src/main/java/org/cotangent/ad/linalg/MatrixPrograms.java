package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.ONE;
import static org.cotangent.ad.linalg.Sketch.YES;
import static org.cotangent.ad.linalg.Sketch.ZERO;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
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
    private static final Variable Q = Sketch.reals("q");
    private static final Variable U = Sketch.reals("u");
    private static final Variable S = Sketch.reals("s");
    private static final Variable W = Sketch.reals("w");
    private static final Variable V = Sketch.reals("v");
    private static final Expr R = Expr.apply(Op.INT_MIN, M, N);
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
    static final Program EIGEN_DECOMPOSITION = eigenDecomposition();
    static final Program SINGULAR_VALUES = singularValues();
    static final Program SINGULAR_VALUE_DECOMPOSITION = singularValueDecomposition();
    static final Program PSEUDO_INVERSE = pseudoInverse();
    static final Program ORTHOGONAL_FACTOR = orthogonalFactor();
    static final Program SQUARE_ROOT = squareRoot();
    static final Program SPECTRAL_NORM = spectralNorm();
    static final Program NUCLEAR_NORM = nuclearNorm();

    /** For graphs, whose functions give one array. */
    static final Program PACKED_SINGULAR = packedSingular();

    static final Program PACKED_EIGEN = packedEigen();

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
                EIGEN_DECOMPOSITION,
                SINGULAR_VALUES,
                SINGULAR_VALUE_DECOMPOSITION,
                PSEUDO_INVERSE,
                ORTHOGONAL_FACTOR,
                SQUARE_ROOT,
                SPECTRAL_NORM,
                NUCLEAR_NORM);
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

    private static Program eigenDecomposition() {
        Sketch program = new Sketch("eigenDecomposition", A, N, W, V);
        decompose(program, W, V);
        return program.program();
    }

    private static void decompose(Sketch program, Variable w, Variable v) {
        Variable e = program.allocate("e", N.times(N).plus(N));
        program.call(EigenRules.FACTOR, A, N, e);
        program.call(EigenRules.VALUES, A, e, N, w);
        program.call(EigenRules.VECTORS, A, e, N, v);
    }

    /** Eigenvalues and eigenvectors, one behind the other. */
    private static Program packedEigen() {
        Variable packed = Sketch.reals("packed");
        Sketch program = new Sketch("eigenDecomposition", A, N, packed);
        Variable w = program.allocate("w", N);
        Variable v = program.allocate("v", N.times(N));
        decompose(program, w, v);
        program.each(N, i -> program.set(packed, i, w.at(i)));
        program.each(v.length(), i -> program.set(packed, i.plus(N), v.at(i)));
        return program.program();
    }

    private static Variable decomposition(Sketch program) {
        Variable svd = program.allocate("svd", R.times(M.plus(N).plus(1)));
        program.call(SingularRules.FACTOR, A, M, N, svd);
        return svd;
    }

    private static Program singularValues() {
        Sketch program = new Sketch("singularValues", A, M, N, S);
        program.call(SingularRules.VALUES, A, decomposition(program), M, N, S);
        return program.program();
    }

    private static Program singularValueDecomposition() {
        Sketch program = new Sketch("singularValueDecomposition", A, M, N, U, S, V);
        decompose(program, U, S, V);
        return program.program();
    }

    private static void decompose(Sketch program, Variable u, Variable s, Variable v) {
        Variable svd = decomposition(program);
        program.call(SingularRules.LEFT, A, svd, M, N, u);
        program.call(SingularRules.VALUES, A, svd, M, N, s);
        program.call(SingularRules.RIGHT, A, svd, M, N, v);
    }

    /** U, singular values and V, one behind the other. */
    private static Program packedSingular() {
        Variable packed = Sketch.reals("packed");
        Sketch program = new Sketch("singularValueDecomposition", A, M, N, packed);
        Variable u = program.allocate("u", M.times(R));
        Variable s = program.allocate("s", R);
        Variable v = program.allocate("v", N.times(R));
        decompose(program, u, s, v);
        program.each(u.length(), i -> program.set(packed, i, u.at(i)));
        program.each(s.length(), i -> program.set(packed, i.plus(u.length()), s.at(i)));
        program.each(v.length(), i -> program.set(packed, i.plus(u.length()).plus(R), v.at(i)));
        return program.program();
    }

    private static Program pseudoInverse() {
        Sketch program = new Sketch("pseudoInverse", A, M, N, X);
        program.call(PseudoInverseRules.PSEUDO_INVERSE, A, decomposition(program), M, N, X);
        return program.program();
    }

    /** Of a wide matrix by its transpose. */
    private static Program orthogonalFactor() {
        Sketch program = new Sketch("orthogonalFactor", A, M, N, Q);
        program.branch(
                N.greaterThan(M),
                () -> {
                    Variable turned = program.allocate("turned", M.times(N));
                    Variable turnedQ = program.allocate("turnedQ", M.times(N));
                    program.call(TriangularRules.TRANSPOSE, A, M, N, turned);
                    orthogonal(program, turned, N, M, turnedQ);
                    program.call(TriangularRules.TRANSPOSE, turnedQ, N, M, Q);
                },
                () -> orthogonal(program, A, M, N, Q));
        return program.program();
    }

    private static void orthogonal(Sketch program, Variable a, Variable m, Variable n, Variable q) {
        Variable svd = program.allocate("svd", n.times(m.plus(n).plus(1)));
        program.call(SingularRules.FACTOR, a, m, n, svd);
        Variable root = program.allocate("root", n.times(n).plus(n));
        program.call(SquareRootRules.FACTOR_GRAM, svd, m, n, root);
        program.call(SquareRootRules.ORTHOGONAL, a, svd, root, m, n, q);
    }

    private static Program squareRoot() {
        Sketch program = new Sketch("squareRoot", A, N, B);
        Variable e = program.allocate("e", N.times(N).plus(N));
        program.call(EigenRules.FACTOR, A, N, e);
        Variable root = program.allocate("root", N.times(N).plus(N));
        program.call(SquareRootRules.FACTOR, e, N, root);
        program.call(SquareRootRules.SQUARE_ROOT, A, root, N, B);
        return program.program();
    }

    private static Variable allSingularValues(Sketch program) {
        Variable s = program.allocate("s", R);
        program.call(SingularRules.VALUES, A, decomposition(program), M, N, s);
        return s;
    }

    private static Program spectralNorm() {
        Sketch program = new Sketch("spectralNorm", A, M, N);
        Variable norm = Sketch.real("norm");
        program.assign(norm, allSingularValues(program).at(ZERO));
        return program.program(norm);
    }

    private static Program nuclearNorm() {
        Sketch program = new Sketch("nuclearNorm", A, M, N);
        Variable sum = Sketch.real("sum");
        Variable s = allSingularValues(program);
        program.assign(sum, Expr.constant(0.0));
        program.each(R, i -> program.assign(sum, sum.plus(s.at(i))));
        return program.program(sum);
    }
}
