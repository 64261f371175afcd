package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Numbering;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/** What a pass knows about each variable; see {@link Numbering}. */
final class VariableMap<V> {

    private static final int SMALLEST = 8;

    private final Numbering numbers = new Numbering();
    private @Nullable Object[] values = new @Nullable Object[SMALLEST];

    /** What was put for the variable, or null. */
    @SuppressWarnings("unchecked") // only values of this type are put
    @Nullable
    V get(Variable variable) {
        int number = numbers.find(variable);
        return number == Numbering.NONE ? null : (V) values[number];
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
        int number = numbers.of(variable);
        if (number >= values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[number] = value;
    }

    /** Every variable for which something was put, in that order. */
    List<Variable> keys() {
        List<Variable> all = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            all.add((Variable) numbers.key(i));
        }
        return all;
    }
}
