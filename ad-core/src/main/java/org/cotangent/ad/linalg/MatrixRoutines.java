package org.cotangent.ad.linalg;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cotangent.ad.expr.Foreign;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.RoutineLibrary;

/** What the methods of this package are in programs. */
public final class MatrixRoutines implements RoutineLibrary {

    /** Found by name. */
    public MatrixRoutines() {}

    @Override
    public Map<External.Method, Foreign> methods() {
        Map<External.Method, Foreign> methods = new LinkedHashMap<>();
        for (External routine : new External[] {ProductRules.PRODUCT, ProductRules.ADD_PRODUCT}) {
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
