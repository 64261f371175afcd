package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A random program: a class with one method to differentiate, and what it needs.
 *
 * @param seed gives the same program again
 * @param name of the class, in the package {@link #PACKAGE}
 * @param files text by name of the class that gives the file its name
 * @param parameters of the method, which is named {@link #METHOD}
 * @param result what the method gives
 * @param structures the records that it declares
 * @param found what the program contains
 */
record Program(
        long seed,
        String name,
        Map<String, String> files,
        List<Parameter> parameters,
        Result result,
        List<Structure> structures,
        Set<Syntax> found) {

    static final String PACKAGE = "fuzzed";
    static final String METHOD = "f";

    /** What the method gives. */
    enum Result {
        SCALAR,
        RETURNED_VECTOR,
        WRITTEN_VECTOR
    }

    /** What a parameter is for. */
    enum Use {
        ACTIVE,
        DATA,
        OUTPUT
    }

    /**
     * A parameter and what it is given.
     *
     * @param value boxed scalar, array, or {@link Fields}; not to be modified
     */
    record Parameter(String name, String type, Use use, Object value) {}

    /** The components of a record. */
    record Fields(String record, List<Object> values) {}

    Program with(String newName, Map<String, String> newFiles) {
        return new Program(seed, newName, newFiles, parameters, result, structures, found);
    }

    /** Whether values are rounded to float, so that differences see steps. */
    boolean isRounding() {
        return files.values().stream().anyMatch(text -> text.contains("float"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("// seed " + seed + "L\n");
        for (Parameter parameter : parameters) {
            text.append("// ")
                    .append(parameter.use())
                    .append(' ')
                    .append(parameter.name())
                    .append(" = ");
            text.append(Values.text(parameter.value())).append('\n');
        }
        files.values().forEach(text::append);
        return text.toString();
    }
}
