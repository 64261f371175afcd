package org.cotangent.codegen.fuzz;

import java.util.List;

/**
 * A record class of a random program.
 *
 * @param name of the record
 * @param components in order
 */
record Structure(String name, List<Component> components) {

    /** A component. */
    record Component(String name, String type) {}

    boolean hasArray() {
        return components.stream().anyMatch(c -> c.type().endsWith("[]"));
    }

    /** A new one that refers to nothing. */
    Term zero(Surroundings surroundings) {
        List<String> values = components.stream()
                .map(c -> switch (c.type()) {
                    case "double" -> "0.5";
                    case "int" -> "2";
                    case "double[]" -> "new double[" + surroundings.columns + "]";
                    default ->
                        surroundings
                                .structure(c.type())
                                .orElseThrow()
                                .zero(surroundings)
                                .text();
                })
                .toList();
        return Term.primary("new " + name + "(" + String.join(", ", values) + ")", 0);
    }

    String declaration(String modifiers) {
        List<String> texts =
                components.stream().map(c -> c.type() + " " + c.name()).toList();
        return modifiers + "record " + name + "(" + String.join(", ", texts) + ") {}\n";
    }
}
