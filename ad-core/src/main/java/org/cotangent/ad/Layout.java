package org.cotangent.ad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.cotangent.ad.transform.Derivation.Kind;
import org.cotangent.ad.transform.Derivation.Path;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;
import org.cotangent.ad.transform.Derivation.Step;

/**
 * Which parameters and results of a derived program hold which parts of a flat array: the point, or
 * the values, and their derivatives. Found once, so that calls only copy.
 */
final class Layout {

    /** A parameter or a result, by its number, and its part of the flat array. */
    private record Part(int number, Inputs.Place place) {}

    private static final Part[] NONE = {};
    private static final int ROLES = Role.values().length;

    private final Part[][] parameters;
    private final Part[][] results;

    private Layout(Part[][] parameters, Part[][] results) {
        this.parameters = parameters;
        this.results = results;
    }

    static Layout of(List<Inputs.Place> places, Backend.Prepared prepared) {
        return new Layout(parts(places, prepared.parameters()), parts(places, prepared.results()));
    }

    /** The parts of each role in each direction. */
    private static Part[][] parts(List<Inputs.Place> places, List<Slot> slots) {
        int directions = 1 + slots.stream().mapToInt(Layout::direction).max().orElse(0);
        Part[][] all = new Part[ROLES * directions][];
        Arrays.fill(all, NONE);
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.FURTHER))) {
            for (int direction = 0; direction < directions; direction++) {
                all[index(role, direction)] = parts(places, slots, role, direction);
            }
        }
        return all;
    }

    private static Part[] parts(List<Inputs.Place> places, List<Slot> slots, Role role, int direction) {
        Path path = role.along(direction);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            for (Inputs.Place place : places) {
                if (slot.of() == place.variable() && slot.path().equals(path)) {
                    parts.add(new Part(i, place));
                }
            }
        }
        return parts.toArray(Part[]::new);
    }

    /** The number of the last tangent taken. */
    private static int direction(Slot slot) {
        return slot.path().steps().stream()
                .filter(step -> step.kind() == Kind.TANGENT)
                .mapToInt(Step::number)
                .max()
                .orElse(0);
    }

    private static int index(Role role, int direction) {
        return direction * ROLES + role.ordinal();
    }

    private static Part[] of(Part[][] parts, Role role, int direction) {
        int index = index(role, direction);
        return index < parts.length ? parts[index] : NONE;
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
    void write(Role role, int direction, double[] flat, Engine engine, double[][] arrays) {
        for (Part part : of(parameters, role, direction)) {
            Inputs.Place place = part.place();
            if (place.isVector()) {
                System.arraycopy(flat, place.offset(), arrays[part.number()], 0, place.length());
            } else {
                engine.setReal(part.number(), flat[place.offset()]);
            }
        }
    }

    /** Sets the parameters of a role to 0. */
    void clear(Role role, int direction, Engine engine, double[][] arrays) {
        for (Part part : of(parameters, role, direction)) {
            if (part.place().isVector()) {
                Arrays.fill(arrays[part.number()], 0);
            } else {
                engine.setReal(part.number(), 0);
            }
        }
    }

    /** Copies what the program left of a role into a flat array; 0 where it has none. */
    void read(Role role, int direction, Engine engine, double[][] arrays, double[] flat) {
        Arrays.fill(flat, 0);
        for (Part part : of(parameters, role, direction)) {
            Inputs.Place place = part.place();
            if (place.isVector()) {
                System.arraycopy(arrays[part.number()], 0, flat, place.offset(), place.length());
            }
        }
        for (Part part : of(results, role, direction)) {
            flat[part.place().offset()] = engine.real(part.number());
        }
    }
}
