package org.cotangent.ad;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;

/**
 * One machine for a derived program. Scalars and vectors of the flat point are copied to and from
 * arrays of the machine's own, so that no program ever sees an array of the caller.
 */
final class BoundMachine {

    private final Inputs inputs;
    private final Derivation derivation;
    private final Machine machine;
    private final Map<Slot, double[]> arrays = new HashMap<>();

    BoundMachine(Inputs inputs, Derivation derivation, Machine machine, Map<Variable, Integer> outputs) {
        this.inputs = inputs;
        this.derivation = derivation;
        this.machine = machine;
        Map<Variable, Integer> lengths = new HashMap<>(outputs);
        inputs.places().forEach(p -> lengths.put(p.variable(), p.length()));
        List<Slot> slots = derivation.parameters();
        for (int i = 0; i < slots.size(); i++) {
            bind(i, slots.get(i), lengths);
        }
    }

    private void bind(int parameter, Slot slot, Map<Variable, Integer> lengths) {
        Object value = inputs.data().get(slot.of());
        if (value != null && slot.role() == Role.PRIMAL) {
            bind(parameter, value);
        } else if (slot.variable().type().equals(Type.DOUBLES)) {
            Integer length = lengths.get(slot.of());
            if (length == null) {
                throw new IllegalStateException(
                        "no length is known for parameter " + slot.variable().name());
            }
            double[] array = new double[length];
            arrays.put(slot, array);
            machine.setArray(parameter, array);
        }
    }

    private void bind(int parameter, Object value) {
        if (value instanceof Double real) {
            machine.setReal(parameter, real);
        } else if (value instanceof Integer integer) {
            machine.setInteger(parameter, integer);
        } else {
            machine.setArray(parameter, value);
        }
    }

    /** Sets all parameters of a role that belong to the flat point. */
    void setFlat(Role role, double[] flat) {
        for (Inputs.Place place : inputs.places()) {
            List<Slot> slots = derivation.parameters();
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                if (slot.of() != place.variable() || slot.role() != role) {
                    continue;
                }
                if (place.isVector()) {
                    System.arraycopy(flat, place.offset(), array(slot), 0, place.length());
                } else {
                    machine.setReal(i, flat[place.offset()]);
                }
            }
        }
    }

    /** Sets an array parameter of a variable that is not part of the flat point. */
    void set(Variable of, Role role, double[] values) {
        for (Slot slot : derivation.parameters()) {
            if (slot.of() == of && slot.role() == role) {
                System.arraycopy(values, 0, array(slot), 0, values.length);
            }
        }
    }

    void run() {
        machine.run();
    }

    /** The first result. */
    double value() {
        return machine.real(0);
    }

    /** Reads all values of a role that belong to the flat point; 0 where the program has none. */
    void getFlat(Role role, double[] flat) {
        Arrays.fill(flat, 0);
        for (Inputs.Place place : inputs.places()) {
            if (place.isVector()) {
                derivation.parameters().stream()
                        .filter(s -> s.of() == place.variable() && s.role() == role)
                        .forEach(s -> System.arraycopy(array(s), 0, flat, place.offset(), place.length()));
            } else {
                getScalar(role, place, flat);
            }
        }
    }

    private void getScalar(Role role, Inputs.Place place, double[] flat) {
        List<Slot> results = derivation.results();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).of() == place.variable() && results.get(i).role() == role) {
                flat[place.offset()] = machine.real(i);
            }
        }
    }

    /** Reads an array parameter of a variable that is not part of the flat point; 0 if there is none. */
    void get(Variable of, Role role, double[] values) {
        Arrays.fill(values, 0);
        for (Slot slot : derivation.parameters()) {
            if (slot.of() == of && slot.role() == role) {
                System.arraycopy(array(slot), 0, values, 0, values.length);
            }
        }
    }

    private double[] array(Slot slot) {
        double[] array = arrays.get(slot);
        if (array == null) {
            throw new IllegalStateException("parameter " + slot.variable().name() + " is not an array of this machine");
        }
        return array;
    }
}
