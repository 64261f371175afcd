package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.eval.ComplexMachine;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;

/** A derivation that the interpreter runs, over doubles or over complex numbers. */
final class Layer {

    /** The complex step: its square vanishes beside any value of a tame program. */
    static final double STEP = 1e-40;

    /** What a parameter or result is given or gives. */
    interface Given {
        /** The value for a variable of the function, or its derivative. */
        Object of(Variable variable, Role role);
    }

    private final Derivation derivation;
    private final Interpreter interpreter;

    Layer(Derivation derivation) {
        this.derivation = derivation;
        this.interpreter = Interpreter.of(derivation.program());
    }

    /** Runs and gives what variables have in a role: the elements of arrays, results, or zeros. */
    double[] run(Given given, List<Variable> wanted, Role role) {
        Object[] arguments = derivation.parameters().stream()
                .map(slot -> given.of(slot.of(), slot.role()))
                .toArray();
        Object[] results = interpreter.run(arguments);
        return gathered(given, wanted, role, arguments, results);
    }

    /** The derivative along the imaginary parts given for the function's own parameters. */
    double[] complexStep(Given given, Given imaginary, List<Variable> wanted, Role role) {
        ComplexMachine machine = interpreter.complexMachine();
        List<Slot> slots = derivation.parameters();
        Object[] parts = new Object[slots.size()];
        for (int i = 0; i < parts.length; i++) {
            Slot slot = slots.get(i);
            Object re = given.of(slot.of(), slot.role());
            Object im = slot.role() == Role.PRIMAL ? imaginary.of(slot.of(), Role.PRIMAL) : zero(re);
            parts[i] = im;
            set(machine, i, slot.variable().type(), re, im);
        }
        machine.run();
        Object[] results = new Object[derivation.results().size()];
        for (int i = 0; i < results.length; i++) {
            boolean real = derivation.results().get(i).variable().type().isReal();
            results[i] = real ? (Object) machine.complex(i).im() : (Object) 0.0;
        }
        double[] gathered = gathered(imaginary, wanted, role, parts, results);
        return Arrays.stream(gathered).map(part -> part / STEP).toArray();
    }

    private static void set(ComplexMachine machine, int i, Type type, Object re, Object im) {
        if (re instanceof Number real && type.isReal()) {
            machine.setComplex(i, new Complex(real.doubleValue(), ((Number) im).doubleValue()));
        } else if (re instanceof Number number) {
            machine.setInteger(i, number.longValue());
        } else if (re instanceof Boolean truth) {
            machine.setBoolean(i, truth);
        } else if (type.isDifferentiable()) {
            machine.setArray(i, re, im);
        } else {
            machine.setArray(i, re);
        }
    }

    /** Zeros of the shape of a value: doubles for floats. */
    static Object zero(Object like) {
        if (like instanceof float[] floats) {
            return new double[floats.length];
        } else if (like instanceof Number) {
            return 0.0;
        }
        return Values.shaped(like, new Values.Position(new double[Values.flat(like).length]));
    }

    private double[] gathered(Given given, List<Variable> wanted, Role role, Object[] arguments, Object[] results) {
        List<Object> parts = new ArrayList<>();
        for (Variable variable : wanted) {
            parts.add(part(given, variable, role, arguments, results));
        }
        return Values.flat(parts.toArray());
    }

    private Object part(Given given, Variable variable, Role role, Object[] arguments, Object[] results) {
        for (int i = 0; i < results.length; i++) {
            Slot slot = derivation.results().get(i);
            if (slot.of() == variable && slot.role() == role) {
                return results[i];
            }
        }
        for (int i = 0; i < arguments.length; i++) {
            Slot slot = derivation.parameters().get(i);
            if (slot.of() == variable && slot.role() == role) {
                return arguments[i];
            }
        }
        return variable.type().isArray() ? zero(given.of(variable, Role.PRIMAL)) : (Object) 0.0;
    }
}
