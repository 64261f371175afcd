package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;

/**
 * Where the registers of a split procedure live: in one part as its locals, in the root or a loop
 * counter and passed down by value, or, if several parts touch them, in an array that all parts
 * get.
 */
final class Sharing {

    /** More values than this are not passed one by one; Java's limit is 255 slots. */
    private static final int MAX_ARGUMENTS = 40;

    /** Where a shared register lives. */
    record Place(Variable array, int index) {
        Expr load() {
            return array.at(Expr.constant(index));
        }
    }

    private final Procedure procedure;
    private final IdentityHashMap<Part, Usage> usages = new IdentityHashMap<>();
    private final Map<Variable, Place> places = new HashMap<>();
    private final Map<Type, Variable> arrays = new LinkedHashMap<>();
    private final Map<Variable, Integer> lengths = new LinkedHashMap<>();
    private final Map<Variable, Integer> zeros = new HashMap<>();
    private final IdentityHashMap<Part, Set<Variable>> needed = new IdentityHashMap<>();

    private Sharing(Procedure procedure) {
        this.procedure = procedure;
    }

    static Sharing of(Procedure procedure, Part root) {
        Sharing sharing = new Sharing(procedure);
        Map<Variable, List<Part>> touching = new LinkedHashMap<>();
        Map<Variable, List<Part>> writing = new HashMap<>();
        for (Part part : root.all()) {
            Usage usage = part.usage(part.isRoot() ? procedure.results() : List.of());
            sharing.usages.put(part, usage);
            usage.all()
                    .forEach(v ->
                            touching.computeIfAbsent(v, k -> new ArrayList<>()).add(part));
            usage.writes()
                    .forEach(v ->
                            writing.computeIfAbsent(v, k -> new ArrayList<>()).add(part));
        }
        sharing.share(touching, writing);
        sharing.need(root);
        return sharing;
    }

    private void share(Map<Variable, List<Part>> touching, Map<Variable, List<Part>> writing) {
        Set<Variable> zeroed = Declarations.of(procedure).zeroed();
        Set<Variable> shared = new LinkedHashSet<>();
        IdentityHashMap<Part, Set<Variable>> unassigned = new IdentityHashMap<>();
        Set<Variable> byValue = new HashSet<>(procedure.parameters());
        byValue.addAll(Counters.of(procedure));
        int arguments = 0;
        for (Map.Entry<Variable, List<Part>> entry : touching.entrySet()) {
            Variable variable = entry.getKey();
            List<Part> writers = writing.getOrDefault(variable, List.of());
            if (byValue.contains(variable)) {
                continue;
            }
            Part first = entry.getValue().get(0);
            boolean alone = entry.getValue().size() == 1;
            boolean local = alone
                    && (first.isRoot()
                            || !unassigned
                                    .computeIfAbsent(first, Part::unassigned)
                                    .contains(variable));
            boolean passed = !alone && writers.size() == 1 && writers.get(0).isRoot() && arguments < MAX_ARGUMENTS;
            arguments += passed ? 1 : 0;
            if (!local && !passed) {
                shared.add(variable);
            }
        }
        shared.stream().filter(zeroed::contains).forEach(this::place);
        zeros.putAll(lengths);
        shared.stream().filter(v -> !zeroed.contains(v)).forEach(this::place);
    }

    private void place(Variable variable) {
        Variable array = arrays.computeIfAbsent(
                variable.type(),
                type -> Variable.of(type.equals(Type.DOUBLE) ? "values" : arrayName(type), array(type)));
        int index = lengths.merge(array, 1, Integer::sum) - 1;
        places.put(variable, new Place(array, index));
    }

    private static String arrayName(Type type) {
        return type.kind().name().toLowerCase(java.util.Locale.ROOT) + (type.isArray() ? "Rows" : "Values");
    }

    private Type array(Type type) {
        if (type.rank() == 3) {
            throw new IllegalArgumentException("procedure " + procedure.name() + " is too large for one method and"
                    + " reassigns references of type " + type
                    + ", which cannot be carried between the parts; split it by hand");
        }
        return type.array();
    }

    /** Finds what a part must be given: what it or parts inside it touch and it does not make itself. */
    private Set<Variable> need(Part part) {
        Set<Variable> all = new LinkedHashSet<>();
        for (Variable variable : Known.of(usages, part).all()) {
            Place place = places.get(variable);
            all.add(place == null ? variable : place.array());
        }
        part.inner().values().forEach(inner -> all.addAll(need(inner)));
        Set<Variable> given = new LinkedHashSet<>();
        procedure.parameters().stream().filter(all::contains).forEach(given::add);
        all.stream()
                .filter(v -> !Known.of(usages, part).writes().contains(v))
                .filter(v -> !isLocal(part, v))
                .forEach(given::add);
        needed.put(part, given);
        return given;
    }

    /** A register that nothing assigns reads as 0 where it is used. */
    private boolean isLocal(Part part, Variable variable) {
        return part.isRoot() && !procedure.parameters().contains(variable) && !lengths.containsKey(variable);
    }

    Map<Variable, Place> places() {
        return places;
    }

    /** The parameters of a part's method. */
    List<Variable> needed(Part part) {
        return List.copyOf(needed.getOrDefault(part, Set.of()));
    }

    /** The arrays with their lengths. */
    Map<Variable, Integer> lengths() {
        return lengths;
    }

    /** How many elements at the start of an array must be 0 when the procedure starts. */
    int zeros(Variable array) {
        return zeros.getOrDefault(array, 0);
    }
}
