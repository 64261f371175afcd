package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Counts the registers that a run of statements has in common with those before and after it. */
final class Crossings {

    /** Array, index, load or store, and the local. */
    private static final int BYTES_EACH = 10;

    private final List<Set<Variable>> touched = new ArrayList<>();
    private final Map<Variable, Integer> first = new HashMap<>();
    private final Map<Variable, Integer> last = new HashMap<>();
    private final Set<Variable> present = new HashSet<>();
    private int start;
    private int loaded;
    private int open;

    Crossings(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            Set<Variable> all = Usage.of(statements.get(i), List.of()).all();
            touched.add(all);
            for (Variable variable : all) {
                first.putIfAbsent(variable, i);
                last.put(variable, i);
            }
        }
    }

    /** Starts a new run at an index. */
    void begin(int index) {
        start = index;
        present.clear();
        loaded = 0;
        open = 0;
    }

    /** Adds the statement of an index to the run. */
    void enter(int index) {
        for (Variable variable : touched.get(index)) {
            boolean before = first.getOrDefault(variable, index) < start;
            if (present.add(variable)) {
                loaded += before ? 1 : 0;
                open += before ? 0 : 1;
            }
            if (!before && last.getOrDefault(variable, index) == index) {
                open--;
            }
        }
    }

    /** What loading and storing them takes if the run ends here. */
    int bytes() {
        return BYTES_EACH * (loaded + open);
    }
}
