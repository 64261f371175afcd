package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * A stretch of a procedure that becomes a method: the procedure's own frame at the root, and the
 * parts that were moved out of it, or of one another. A call without arguments marks the place a
 * part was taken from.
 */
final class Part {

    private final String name;
    private Optional<Part> parent;
    private final Map<String, Part> inner = new LinkedHashMap<>();
    private List<Statement> statements = new ArrayList<>();

    Part(String name, Optional<Part> parent) {
        this.name = name;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    boolean isRoot() {
        return parent.isEmpty();
    }

    /** The parts called from here, by name. */
    Map<String, Part> inner() {
        return inner;
    }

    List<Statement> statements() {
        return statements;
    }

    void contain(List<Statement> content) {
        statements = content;
    }

    /** This part, called from another from now on. */
    Part under(Part other) {
        parent = Optional.of(other);
        return this;
    }

    /** Whether this part is called from another, directly or not. */
    boolean isInside(Part other) {
        return parent.isPresent() && (parent.get() == other || parent.get().isInside(other));
    }

    /** This part and all inside it, each before those inside it. */
    List<Part> all() {
        List<Part> all = new ArrayList<>();
        all.add(this);
        inner.values().forEach(part -> all.addAll(part.all()));
        return all;
    }

    /** What the statements that are still here touch; parts moved out count for themselves. */
    Usage usage(List<Variable> results) {
        return Usage.of(Statement.Block.of(statements), results);
    }

    /** The registers that a method of just these statements would have to start with 0. */
    Set<Variable> unassigned() {
        return Declarations.of(statements).zeroed();
    }
}
