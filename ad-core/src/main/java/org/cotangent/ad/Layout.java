package org.cotangent.ad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;

/**
 * Which parameters and results of a derived program hold which parts of a flat array: the point, or
 * the values, and their derivatives. Found once, so that calls only copy.
 */
final class Layout {

    /** A parameter or a result, by its number, and its part of the flat array. */
    private record Part(int number, Inputs.Place place) {}

    private final Part[][] parameters;
    private final Part[][] results;

    private Layout(Part[][] parameters, Part[][] results) {
        this.parameters = parameters;
        this.results = results;
    }

    static Layout of(List<Inputs.Place> places, Backend.Prepared prepared) {
        return new Layout(parts(places, prepared.parameters()), parts(places, prepared.results()));
    }

    private static Part[][] parts(List<Inputs.Place> places, List<Slot> slots) {
        Part[][] byRole = new Part[Role.values().length][];
        for (Role role : Role.values()) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < slots.size(); i++) {
                for (Inputs.Place place : places) {
                    if (slots.get(i).of() == place.variable() && slots.get(i).role() == role) {
                        parts.add(new Part(i, place));
                    }
                }
            }
            byRole[role.ordinal()] = parts.toArray(Part[]::new);
        }
        return byRole;
    }

    /** Makes the arrays of those parameters that are arrays, and hands them to the engine. */
    void allocate(Engine engine, double[][] arrays) {
        for (Part[] parts : parameters) {
            for (Part part : parts) {
                if (part.place().isVector()) {
                    arrays[part.number()] = new double[part.place().length()];
                    engine.setArray(part.number(), arrays[part.number()]);
                }
            }
        }
    }

    /** Copies a flat array into the parameters of a role. */
    void write(Role role, double[] flat, Engine engine, double[][] arrays) {
        for (Part part : parameters[role.ordinal()]) {
            Inputs.Place place = part.place();
            if (place.isVector()) {
                System.arraycopy(flat, place.offset(), arrays[part.number()], 0, place.length());
            } else {
                engine.setReal(part.number(), flat[place.offset()]);
            }
        }
    }

    /** Sets the parameters of a role to 0. */
    void clear(Role role, Engine engine, double[][] arrays) {
        for (Part part : parameters[role.ordinal()]) {
            if (part.place().isVector()) {
                Arrays.fill(arrays[part.number()], 0);
            } else {
                engine.setReal(part.number(), 0);
            }
        }
    }

    /** Copies what the program left of a role into a flat array; 0 where it has none. */
    void read(Role role, Engine engine, double[][] arrays, double[] flat) {
        Arrays.fill(flat, 0);
        for (Part part : parameters[role.ordinal()]) {
            Inputs.Place place = part.place();
            if (place.isVector()) {
                System.arraycopy(arrays[part.number()], 0, flat, place.offset(), place.length());
            }
        }
        for (Part part : results[role.ordinal()]) {
            flat[part.place().offset()] = engine.real(part.number());
        }
    }
}
