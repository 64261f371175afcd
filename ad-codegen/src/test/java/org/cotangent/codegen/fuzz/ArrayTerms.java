package org.cotangent.codegen.fuzz;

import java.util.Optional;

/** Random elements, rows and layers of arrays, at indices that are surely within them. */
final class ArrayTerms {

    /** An expression of an array type, and the variable whose memory it is part of. */
    record Part(Term term, Symbol base) {

        Part at(Term index) {
            return new Part(term.at(index), base);
        }
    }

    private final MethodWriter method;

    ArrayTerms(MethodWriter method) {
        this.method = method;
    }

    /** An element of some array of reals. */
    Optional<Term> element() {
        boolean floats = method.scope.has("float[]") && method.scope.chance(15);
        return element(floats ? "float" : "double");
    }

    Optional<Term> element(String type) {
        if (type.equals("float")) {
            return method.scope.pick("float[]").map(a -> element(a.term()));
        }
        return row().map(part -> element(part.term()));
    }

    Term element(Term row) {
        return row.at(index(row, method.scope.columns));
    }

    /** A {@code double[]}: a variable, a row, or a component of a record. */
    Optional<Part> row() {
        int choice = method.scope.random.nextInt(100);
        if (choice < 12) {
            Optional<Part> component = method.records.array();
            if (component.isPresent()) {
                return component;
            }
        }
        boolean hasRows = method.scope.has("double[]");
        Optional<Part> matrix = matrix();
        if (matrix.isPresent() && (!hasRows || method.scope.chance(40))) {
            return matrix.map(m -> m.at(quietIndex(m.term(), method.scope.rows)));
        }
        return method.scope.pick("double[]").map(v -> new Part(v.term(), v));
    }

    /** A {@code double[][]}: a variable or a layer of a cube. */
    Optional<Part> matrix() {
        boolean hasMatrix = method.scope.has("double[][]");
        if (method.scope.has("double[][][]") && (!hasMatrix || method.scope.chance(40))) {
            method.scope.note(Syntax.CUBE);
            Symbol cube = method.scope.pick("double[][][]").orElseThrow();
            return Optional.of(new Part(cube.term().at(quietIndex(cube.term(), method.scope.layers)), cube));
        }
        return method.scope.pick("double[][]").map(v -> new Part(v.term(), v));
    }

    /** What is indexed further may be written twice. */
    private Term quietIndex(Term array, int safe) {
        return method.scope.quietly(() -> index(array, safe));
    }

    /** An index that is surely within an array. */
    Term index(Term array, int safe) {
        int choice = method.scope.random.nextInt(100);
        if (choice < 30) {
            Optional<Symbol> known = method.scope.indexInto(array.text());
            if (known.isPresent()) {
                return known.get().term();
            }
        }
        if (choice < 50) {
            Optional<Symbol> counter = method.scope.counterBelow(safe);
            if (counter.isPresent()) {
                return counter.get().term();
            }
        }
        if (choice < 68) {
            return Term.of(method.scope.random.nextInt(safe));
        } else if (choice < 72) {
            return array.length().minus(Term.of(1 + method.scope.random.nextInt(safe)));
        } else if (choice < 77) {
            return Term.binary(method.integers.integer(1), "&", Term.of(1), Term.BIT_AND, 0);
        } else if (choice < 82) {
            Term nonNegative = method.scope
                    .counterBelow(99)
                    .map(Symbol::term)
                    .orElseGet(() -> Term.of(method.scope.random.nextInt(5)));
            return method.scope.chance(50)
                    ? Term.binary(nonNegative, "%", array.length(), Term.PRODUCT, 0)
                    : Term.call("Math.min", 0, nonNegative, array.length().minus(Term.of(1)));
        }
        return Term.call("Math.floorMod", 0, method.integers.integer(1), array.length());
    }
}
