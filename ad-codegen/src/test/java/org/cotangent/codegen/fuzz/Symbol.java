package org.cotangent.codegen.fuzz;

import java.util.Optional;

/** A variable or parameter of the method that is being written. */
final class Symbol {

    /** The values that a loop counter takes. */
    record Range(int low, int high) {

        boolean isBelow(int length) {
            return low >= 0 && high < length;
        }
    }

    final String name;
    final String type;
    final boolean isAssignable;
    final double bound;
    final Optional<Range> range;
    private Optional<Symbol> parent = Optional.empty();
    private Optional<String> indexed = Optional.empty();
    private boolean isHeld;
    private boolean isParameter;
    private boolean isReadOnly;

    Symbol(String name, String type, boolean isAssignable, double bound, Optional<Range> range) {
        this.name = name;
        this.type = type;
        this.isAssignable = isAssignable;
        this.bound = bound;
        this.range = range;
    }

    boolean isArray() {
        return type.endsWith("[]");
    }

    Term term() {
        return Term.primary(name, bound);
    }

    /** Keeps statements from assigning it, until it is let go. */
    void hold(boolean held) {
        isHeld = held;
    }

    boolean mayBeAssigned() {
        return isAssignable && !isHeld;
    }

    Symbol asParameter() {
        isParameter = true;
        return this;
    }

    boolean isParameter() {
        return isParameter;
    }

    /** Keeps statements from storing into the array. */
    Symbol readOnly() {
        isReadOnly = true;
        return this;
    }

    boolean isReadOnly() {
        return isReadOnly;
    }

    /** Says that it is surely an index into the array of a name, as long as it is visible. */
    Symbol indexing(String array) {
        indexed = Optional.of(array);
        return this;
    }

    boolean isIndexInto(String array) {
        return indexed.filter(array::equals).isPresent();
    }

    /** The representative of all that may share memory with this. */
    Symbol memory() {
        Symbol root = this;
        while (root.parent.isPresent()) {
            root = root.parent.get();
        }
        return root;
    }

    void share(Symbol other) {
        Symbol mine = memory();
        Symbol others = other.memory();
        if (mine != others) {
            mine.parent = Optional.of(others);
        }
    }
}
