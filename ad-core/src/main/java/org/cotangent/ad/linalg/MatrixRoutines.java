package org.cotangent.ad.linalg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Foreign;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.RoutineLibrary;

/** What the methods of this package are in programs. */
public final class MatrixRoutines implements RoutineLibrary {

    private static final List<External> ROUTINES = List.of(
            ProductRules.PRODUCT,
            ProductRules.ADD_PRODUCT,
            LuRules.FACTOR,
            LuRules.SOLVE,
            LuRules.DETERMINANT,
            LuRules.LOG_DETERMINANT,
            TriangularRules.SOLVE,
            TriangularRules.TRANSPOSE,
            CholeskyRules.FACTOR,
            CholeskyRules.CHOLESKY,
            CholeskyRules.ADJOINT,
            CholeskyRules.SOLVE,
            CholeskyRules.LOG_DETERMINANT,
            QrRules.FACTOR,
            QrRules.SOLVE,
            QrRules.NORMAL,
            EigenRules.FACTOR,
            EigenRules.VALUES,
            EigenRules.VECTORS,
            SingularRules.FACTOR,
            SingularRules.VALUES,
            SingularRules.LEFT,
            SingularRules.RIGHT,
            PseudoInverseRules.PSEUDO_INVERSE,
            SquareRootRules.FACTOR,
            SquareRootRules.FACTOR_GRAM,
            SquareRootRules.SQUARE_ROOT,
            SquareRootRules.ORTHOGONAL,
            SquareRootRules.SYLVESTER);

    /** Found by name. */
    public MatrixRoutines() {}

    @Override
    public Map<External.Method, Foreign> methods() {
        Map<External.Method, Foreign> methods = new LinkedHashMap<>();
        for (External routine : ROUTINES) {
            methods.put(routine.method().orElseThrow(), routine);
        }
        for (Program program : MatrixPrograms.all()) {
            methods.put(
                    new External.Method(
                            Matrices.class.getName(), program.entry().name()),
                    program);
        }
        return methods;
    }
}
