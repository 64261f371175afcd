package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What a pass knows about each variable. Passes look up every operand of every statement, so this
 * is what transforms of long programs spend their time on: entries lie in arrays in the order in
 * which they came, found by open addressing, a fifth of the memory of a {@code HashMap}.
 */
final class VariableMap<V> {

    private static final int SMALLEST = 16;
    /** 2^32 divided by the golden ratio, which spreads consecutive hashes (Knuth, 1973, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private int[] places = new int[SMALLEST];
    private @Nullable Variable[] keys = new @Nullable Variable[SMALLEST / 2];
    private @Nullable Object[] values = new @Nullable Object[SMALLEST / 2];
    private int shift = Integer.numberOfLeadingZeros(SMALLEST - 1);
    private int used;

    /** What was put for the variable, or null. */
    @SuppressWarnings("unchecked") // only values of this type are put
    @Nullable
    V get(Variable variable) {
        int entry = places[place(variable)];
        return entry == 0 ? null : (V) values[entry - 1];
    }

    /** What was put for the variable, made and put if nothing was. */
    V get(Variable variable, Supplier<V> create) {
        V known = get(variable);
        if (known == null) {
            known = create.get();
            put(variable, known);
        }
        return known;
    }

    void put(Variable variable, @Nullable V value) {
        int place = place(variable);
        int entry = places[place];
        if (entry > 0) {
            values[entry - 1] = value;
        } else if (used < keys.length) {
            add(place, variable, value);
        } else {
            grow();
            add(place(variable), variable, value);
        }
    }

    /** Every variable for which something was put, in that order. */
    List<Variable> keys() {
        List<Variable> all = new ArrayList<>(used);
        for (int i = 0; i < used; i++) {
            Variable key = keys[i];
            if (key != null) {
                all.add(key);
            }
        }
        return all;
    }

    private void add(int place, Variable variable, @Nullable V value) {
        keys[used] = variable;
        values[used] = value;
        used++;
        places[place] = used;
    }

    private int place(Variable variable) {
        int hash = variable.hashCode();
        int mask = places.length - 1;
        int place = (hash ^ hash >>> 16) & mask;
        if (isElsewhere(place, variable)) {
            int step = hash * GOLDEN >>> shift | 1;
            do {
                place = place + step & mask;
            } while (isElsewhere(place, variable));
        }
        return place;
    }

    private boolean isElsewhere(int place, Variable variable) {
        int entry = places[place];
        return entry != 0 && keys[entry - 1] != variable;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        values = Arrays.copyOf(values, 2 * values.length);
        places = new int[2 * places.length];
        shift--;
        for (int i = 0; i < used; i++) {
            Variable key = keys[i];
            if (key != null) {
                places[place(key)] = i + 1;
            }
        }
    }
}
