package org.cotangent.ad;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;

/**
 * One engine for a derived program. Points, values and their derivatives are copied to and from
 * arrays of its own, so that no program ever sees an array of the caller.
 */
final class BoundMachine {

    private static final double[] NONE = {};

    private final Engine engine;
    private final Layout point;
    private final Layout values;
    private final double[][] arrays;

    /**
     * @param parameters of the program's entry
     * @param data values of the variables that are not part of the point
     */
    BoundMachine(Engine engine, Layout point, Layout values, List<Slot> parameters, Map<Variable, Object> data) {
        this.engine = engine;
        this.point = point;
        this.values = values;
        this.arrays = new double[parameters.size()][];
        Arrays.fill(arrays, NONE);
        point.allocate(engine, arrays);
        values.allocate(engine, arrays);
        for (int i = 0; i < arrays.length; i++) {
            Object value = data.get(parameters.get(i).of());
            if (value != null && parameters.get(i).role() == Role.PRIMAL) {
                bind(i, value);
            }
        }
    }

    private void bind(int parameter, Object value) {
        if (value instanceof Double real) {
            engine.setReal(parameter, real);
        } else if (value instanceof Integer integer) {
            engine.setInteger(parameter, integer);
        } else {
            engine.setArray(parameter, value);
        }
    }

    void setPoint(Role role, double[] flat) {
        setPoint(role, 0, flat);
    }

    void setPoint(Role role, int direction, double[] flat) {
        point.write(role, direction, flat, engine, arrays);
    }

    void setValues(Role role, double[] flat) {
        values.write(role, 0, flat, engine, arrays);
    }

    void clearValues(Role role) {
        clearValues(role, 0);
    }

    void clearValues(Role role, int direction) {
        values.clear(role, direction, engine, arrays);
    }

    void run() {
        engine.run();
    }

    /** The first result. */
    double result() {
        return engine.real(0);
    }

    /** Reads what belongs to the point; 0 where the program has nothing of that role. */
    void getPoint(Role role, double[] flat) {
        getPoint(role, 0, flat);
    }

    void getPoint(Role role, int direction, double[] flat) {
        point.read(role, direction, engine, arrays, flat);
    }

    /** Reads what belongs to the values; 0 where the program has nothing of that role. */
    void getValues(Role role, double[] flat) {
        getValues(role, 0, flat);
    }

    void getValues(Role role, int direction, double[] flat) {
        values.read(role, direction, engine, arrays, flat);
    }
}
