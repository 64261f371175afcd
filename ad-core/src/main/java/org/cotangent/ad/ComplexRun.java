package org.cotangent.ad;

import java.util.List;
import java.util.Map;
import org.cotangent.ad.eval.ComplexMachine;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.transform.Derivation.Slot;

/**
 * One run of a function over complex numbers, for checks by complex step. Everything is made anew:
 * a check runs it a few times, and functions that are never checked carry nothing for it.
 */
final class ComplexRun {

    private final ComplexMachine machine;

    ComplexRun(ComplexMachine machine) {
        this.machine = machine;
    }

    /**
     * Runs the function.
     *
     * @param parameters of the program, in order
     * @param inputs where each variable lies in the point, and data
     * @param values arrays that the program writes; none if it returns a number
     * @throws IllegalArgumentException if a length is wrong
     */
    void run(
            List<Slot> parameters,
            Inputs inputs,
            List<Inputs.Place> values,
            double[] re,
            double[] im,
            double[] valueRe,
            double[] valueIm) {
        Checks.length("real parts of the point", re, inputs.dimension());
        Checks.length("imaginary parts of the point", im, inputs.dimension());
        int count = values.isEmpty() ? 1 : values.get(0).length();
        Checks.length("real parts of the values", valueRe, count, "number of values");
        Checks.length("imaginary parts of the values", valueIm, count, "number of values");
        for (int i = 0; i < parameters.size(); i++) {
            bind(i, parameters.get(i).of(), inputs, values, re, im, valueRe, valueIm);
        }
        machine.run();
        if (values.isEmpty()) {
            valueRe[0] = machine.complex(0).re();
            valueIm[0] = machine.complex(0).im();
        }
    }

    private void bind(
            int parameter,
            Variable variable,
            Inputs inputs,
            List<Inputs.Place> values,
            double[] re,
            double[] im,
            double[] valueRe,
            double[] valueIm) {
        if (values.stream().anyMatch(place -> place.variable() == variable)) {
            machine.setArray(parameter, valueRe, valueIm);
            return;
        }
        for (Inputs.Place place : inputs.places()) {
            if (place.variable() == variable) {
                bind(parameter, place, re, im);
                return;
            }
        }
        bind(parameter, variable, inputs.data());
    }

    private void bind(int parameter, Inputs.Place place, double[] re, double[] im) {
        if (place.isVector()) {
            machine.setArray(parameter, part(re, place), part(im, place));
        } else {
            machine.setComplex(parameter, new Complex(re[place.offset()], im[place.offset()]));
        }
    }

    private static double[] part(double[] flat, Inputs.Place place) {
        double[] part = new double[place.length()];
        System.arraycopy(flat, place.offset(), part, 0, part.length);
        return part;
    }

    private void bind(int parameter, Variable variable, Map<Variable, Object> data) {
        Object value = data.get(variable);
        if (value instanceof Double real) {
            machine.setComplex(parameter, Complex.real(real));
        } else if (value instanceof Integer integer) {
            machine.setInteger(parameter, integer);
        } else if (value != null) {
            machine.setArray(parameter, value);
        }
    }
}
