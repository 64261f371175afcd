package org.cotangent.ad.transform.fuzz;

import java.util.List;
import org.cotangent.ad.eval.ComplexMachine;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/** Runs the program of a layer on values found by role. */
final class Runner {

    /** The complex step: its square vanishes beside any value of a tame program. */
    static final double STEP = 1e-40;

    private final Layer layer;
    private final List<Variable> parameters;
    private final List<Variable> results;
    private final Machine machine;
    private final ComplexMachine complex;

    Runner(Layer layer) {
        this.layer = layer;
        this.parameters = layer.program().entry().parameters();
        this.results = layer.program().entry().results();
        Interpreter interpreter = Interpreter.of(layer.program());
        this.machine = interpreter.machine();
        this.complex = interpreter.complexMachine();
    }

    /** Runs on the arrays of the values themselves and adds the results to the values. */
    Values run(Values values) {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = values.get(layer.parameters().get(i));
            if (value instanceof Double real) {
                machine.setReal(i, real);
            } else if (value instanceof Number number) {
                machine.setInteger(i, number.longValue());
            } else if (value instanceof Boolean truth) {
                machine.setBoolean(i, truth);
            } else {
                machine.setArray(i, value);
            }
        }
        machine.run();
        for (int i = 0; i < results.size(); i++) {
            boolean real = results.get(i).type().isReal();
            values.result(layer.results().get(i), real ? (Object) machine.real(i) : (Object) machine.integer(i));
        }
        return values;
    }

    /** The same over complex numbers; results are added to real and imaginary parts. */
    void run(Values values, Values imaginary) {
        for (int i = 0; i < parameters.size(); i++) {
            set(i, values.get(layer.parameters().get(i)), layer.parameters().get(i), imaginary);
        }
        complex.run();
        for (int i = 0; i < results.size(); i++) {
            String role = layer.results().get(i);
            if (results.get(i).type().isReal()) {
                Complex result = complex.complex(i);
                values.result(role, result.re());
                imaginary.result(role, result.im());
            } else {
                values.result(role, complex.integer(i));
            }
        }
    }

    private void set(int index, Object value, String role, Values imaginary) {
        Type type = parameters.get(index).type();
        if (value instanceof Double real) {
            double im = imaginary.has(role) ? imaginary.reals(role)[0] : 0;
            complex.setComplex(index, new Complex(real, im));
        } else if (value instanceof Number number) {
            complex.setInteger(index, number.longValue());
        } else if (value instanceof Boolean truth) {
            complex.setBoolean(index, truth);
        } else if (type.isDifferentiable()) {
            if (!imaginary.has(role)) {
                imaginary.put(role, Values.zeros(value));
            }
            complex.setArray(index, value, imaginary.get(role));
        } else {
            complex.setArray(index, value);
        }
    }

    Layer layer() {
        return layer;
    }
}
