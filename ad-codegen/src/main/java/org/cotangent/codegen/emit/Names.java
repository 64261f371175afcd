package org.cotangent.codegen.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.cotangent.ad.expr.Variable;

/**
 * Names of locals: the user's own where Java permits, otherwise with a number. Two registers may
 * share a name in blocks side by side, as in Java.
 */
final class Names {

    /** What generated bodies refer to besides locals, and words that Java reads specially in places. */
    private static final Set<String> RESERVED = Set.of(
            "Math",
            "Primitives",
            "Special",
            "Arrays",
            "Objects",
            "Checks",
            "System",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Workspace",
            "WorkspacePool",
            "String",
            "java",
            "org",
            "yield",
            "record");

    private final Map<Variable, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>(RESERVED);
    /** The number up to which a name is taken with every number; forgotten when names become free. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Deque<List<Variable>> scopes = new ArrayDeque<>();

    private final boolean numbered;

    private Names(boolean numbered) {
        this.numbered = numbered;
        open();
    }

    /** The registers' own names. */
    static Names own() {
        return new Names(false);
    }

    /** The same few names in every method: debug information keeps each name once per class. */
    static Names numbered() {
        return new Names(true);
    }

    void open() {
        scopes.push(new ArrayList<>());
    }

    void close() {
        for (Variable variable : scopes.pop()) {
            taken.remove(names.remove(variable));
        }
        numbers.clear();
    }

    /** Names a register in the current scope. */
    String declare(Variable variable) {
        String name = free(numbered ? "v" : variable.name());
        names.put(variable, name);
        scopes.element().add(variable);
        return name;
    }

    /** A name for something that is not a register and lives to the end of the method. */
    String free(String wanted) {
        String legal = legal(wanted);
        if (taken.add(legal)) {
            return legal;
        }
        String stem = legal + (Character.isDigit(legal.charAt(legal.length() - 1)) ? "_" : "");
        int number = numbers.getOrDefault(stem, 2);
        while (!taken.add(stem + number)) {
            number++;
        }
        numbers.put(stem, number + 1);
        return stem + number;
    }

    String of(Variable variable) {
        String name = names.get(variable);
        if (name == null) {
            throw new IllegalStateException(
                    "register " + variable.name()
                            + " is used outside the block that declares it; this is a fault of the generator, please report it");
        }
        return name;
    }

    /** The nearest Java identifier. */
    static String legal(String wanted) {
        StringBuilder legal = new StringBuilder();
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            legal.append(Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_');
        }
        if (legal.length() == 0 || !Character.isJavaIdentifierStart(legal.charAt(0))) {
            legal.insert(0, '_');
        }
        return SourceVersion.isKeyword(legal) ? legal + "_" : legal.toString();
    }
}
