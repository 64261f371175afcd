package org.cotangent.ad.ir;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/** Makes registers whose names differ from all others of a procedure. */
final class Names {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    Names(Collection<Variable> variables) {
        variables.forEach(variable -> taken.add(variable.name()));
    }

    /** A register of the given name, or of the name and a number if that is taken. */
    Variable register(String name, Type type) {
        return taken.add(name) ? Variable.numbered(name, type, taken.size()) : numbered(name, type);
    }

    /** A register of the given prefix and the next free number. */
    Variable numbered(String prefix, Type type) {
        String name;
        do {
            name = prefix + last.merge(prefix, 1, Integer::sum);
        } while (!taken.add(name));
        return Variable.numbered(name, type, taken.size());
    }
}
