package org.cotangent.codegen.emit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Site;

/** Numbers the tapes of a generated class. */
final class Sites {

    /** The kinds of tape that {@code Workspace} has. */
    enum Tape {
        DOUBLE,
        LONG,
        INT,
        BOOLEAN,
        REFERENCE;

        static Tape of(Type type) {
            return type.isArray() ? REFERENCE : valueOf(type.kind().name());
        }

        /** The method of the workspace that gives it, which is the simple class name in lower case. */
        String accessor() {
            return name().toLowerCase(java.util.Locale.ROOT) + "Tape";
        }
    }

    private final Map<Site, Integer> numbers = new HashMap<>();
    private final Map<Tape, Integer> counts = new EnumMap<>(Tape.class);
    private int arrays;

    /** The number of a site among those of its kind. */
    int number(Site site) {
        return numbers.computeIfAbsent(site, s -> counts.merge(Tape.of(s.type()), 1, Integer::sum) - 1);
    }

    /** The number of one more array of the workspace. */
    int nextArray() {
        return arrays++;
    }
}
