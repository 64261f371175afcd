package org.cotangent.optim.search;

/**
 * A formula with a name. The text of a lambda differs from process to process, so runs saved by one
 * would not be known as the same method in the next.
 */
record NamedBeta(String name, Beta formula) implements Beta {

    @Override
    public double of(Turn turn) {
        return formula.of(turn);
    }

    @Override
    public String toString() {
        return name;
    }
}
