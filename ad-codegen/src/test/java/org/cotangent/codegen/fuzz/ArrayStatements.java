package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random statements that make arrays, copy them, and move references to them. */
final class ArrayStatements {

    private final MethodWriter method;

    ArrayStatements(MethodWriter method) {
        this.method = method;
    }

    void random() {
        int choice = method.scope.random.nextInt(100);
        if (choice < 40) {
            method.statements.emit(
                    () -> Optional.of(moved()).filter(s -> !s.isEmpty()).orElseGet(method.assignments::accumulate));
        } else if (choice < 65) {
            method.statements.emit(this::made);
        } else {
            method.statements.emit(this::copied);
        }
    }

    private int columns() {
        return method.scope.columns;
    }

    /** Declares an array, or assigns one that is there. */
    private String given(String wish, String type, String value) {
        Optional<Symbol> old = method.scope.chance(30) ? method.scope.target(type) : Optional.empty();
        if (old.isPresent() && !value.startsWith("{")) {
            // What is written to the new array counts as written to what the variable held before.
            method.statements.noteStore();
            return old.get().name + " = " + value + ";\n";
        }
        Symbol fresh = method.scope.declare(wish, type);
        return value.startsWith("{")
                ? type + " " + fresh.name + " = " + value + ";\n"
                : method.assignments.declared(fresh, Term.primary(value, 0));
    }

    private String made() {
        method.scope.note(Syntax.ALLOCATION);
        if (method.scope.isInLoop()) {
            method.scope.note(Syntax.ALLOCATION_IN_LOOP);
        }
        int choice = method.scope.random.nextInt(100);
        if (choice < 30) {
            return given("work", "double[]", "new double[" + length() + "]");
        } else if (choice < 50) {
            return initialised();
        } else if (choice < 66) {
            method.scope.note(Syntax.MATRIX);
            return matrix();
        } else if (choice < 76) {
            method.scope.note(Syntax.CUBE);
            return cube();
        } else if (choice < 88) {
            method.scope.note(Syntax.FLOAT_ARRAY);
            String value = method.scope.chance(50) ? "new float[" + columns() + "]" : list("new float[] ", this::rough);
            return given("coarse", "float[]", value);
        }
        return inactive();
    }

    private String rough() {
        return method.floats.limited(1).text();
    }

    /** An array of integers or conditions. */
    String inactive() {
        if (method.scope.chance(35)) {
            method.scope.note(Syntax.BOOLEAN_ARRAY);
            String value = method.scope.chance(50)
                    ? "new boolean[" + columns() + "]"
                    : list(
                            initialiser("boolean[]"),
                            () -> method.conditions.condition(0).text());
            return given("flags", "boolean[]", value);
        }
        method.scope.note(Syntax.INT_ARRAY);
        String value = method.scope.chance(40)
                ? "new int[" + length() + "]"
                : list(initialiser("int[]"), () -> method.integers.integer(1).text());
        return given("order", "int[]", value);
    }

    private String initialiser(String type) {
        return method.scope.chance(50) ? "" : "new " + type + " ";
    }

    private String list(String before, Supplier<String> element) {
        method.scope.note(Syntax.ARRAY_INITIALISER);
        List<String> elements = new ArrayList<>();
        int number = columns() + method.scope.random.nextInt(2);
        for (int i = 0; i < number; i++) {
            elements.add(element.get());
        }
        return before + "{" + String.join(", ", elements) + "}";
    }

    private String length() {
        Optional<Symbol> other = method.scope.pick("double[]");
        return other.isPresent() && method.scope.chance(50)
                ? other.get().name + ".length"
                : Integer.toString(columns());
    }

    private String initialised() {
        return given("table", "double[]", list(initialiser("double[]"), this::value));
    }

    private String value() {
        return method.reals.limited(1).text();
    }

    private String matrix() {
        int choice = method.scope.random.nextInt(100);
        if (choice < 45) {
            return given("grid", "double[][]", "new double[" + method.scope.rows + "][" + length() + "]");
        } else if (choice < 75) {
            return given("grid", "double[][]", rows(initialiser("double[][]"), () -> list("", this::value)));
        }
        Symbol fresh = new Symbol(method.scope.freshName("grid"), "double[][]", true, Term.LIMIT, Optional.empty());
        StringBuilder text =
                new StringBuilder("double[][] " + fresh.name + " = new double[" + method.scope.rows + "][];\n");
        for (int i = 0; i < method.scope.rows; i++) {
            text.append(fresh.name).append("[" + i + "] = new double[" + (columns() + i) + "];\n");
        }
        method.scope.note(Syntax.RAGGED);
        method.scope.show(fresh);
        return text.toString();
    }

    private String rows(String before, Supplier<String> row) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < method.scope.rows; i++) {
            rows.add(row.get());
        }
        return before + "{" + String.join(", ", rows) + "}";
    }

    private String cube() {
        String dimensions = "[" + method.scope.rows + "][" + columns() + "]";
        if (method.scope.chance(70)) {
            return given("cube", "double[][][]", "new double[" + method.scope.layers + "]" + dimensions);
        }
        Symbol fresh = new Symbol(method.scope.freshName("cube"), "double[][][]", true, Term.LIMIT, Optional.empty());
        StringBuilder text =
                new StringBuilder("double[][][] " + fresh.name + " = new double[" + method.scope.layers + "][][];\n");
        for (int i = 0; i < method.scope.layers; i++) {
            Optional<Symbol> matrix = method.scope.pick("double[][]");
            boolean shared = matrix.isPresent() && !method.calls.isRecursive() && method.scope.chance(40);
            if (shared) {
                method.statements.noteStore();
                fresh.share(matrix.get());
            }
            String layer = shared ? matrix.get().name : "new double" + dimensions;
            text.append(fresh.name).append("[" + i + "] = " + layer + ";\n");
        }
        method.scope.show(fresh);
        return text.toString();
    }

    private String copied() {
        Optional<ArrayTerms.Part> from = method.scope.quietly(method.arrays::row);
        if (from.isEmpty()) {
            return made();
        }
        Term u = from.get().term();
        int choice = method.scope.random.nextInt(100);
        if (choice < 18) {
            method.scope.note(Syntax.CLONE);
            return given("copy", "double[]", u.at(Term.PRIMARY) + ".clone()");
        } else if (choice < 34) {
            return filled(u.text());
        } else if (choice < 48) {
            method.scope.note(Syntax.COPY_OF);
            int length = columns() + method.scope.random.nextInt(3);
            return given("copy", "double[]", "Arrays.copyOf(" + u.text() + ", " + length + ")");
        } else if (choice < 62) {
            method.scope.note(Syntax.COPY_OF_RANGE);
            int first = method.scope.random.nextInt(2);
            String range = first + ", " + (first + columns() + method.scope.random.nextInt(2));
            return given("part", "double[]", "Arrays.copyOfRange(" + u.text() + ", " + range + ")");
        } else if (choice < 82) {
            return arraycopy(u.text());
        } else if (choice < 90) {
            return clonedMatrix();
        }
        return givenByHelper();
    }

    private String filled(String u) {
        method.scope.note(Syntax.FILL);
        method.statements.noteStore();
        String range = method.scope.chance(40) ? method.scope.random.nextInt(2) + ", " + columns() + ", " : "";
        return "Arrays.fill(" + u + ", " + range + value() + ");\n";
    }

    private String arraycopy(String u) {
        method.scope.note(Syntax.ARRAYCOPY);
        method.statements.noteStore();
        Optional<ArrayTerms.Part> to = method.scope.quietly(method.arrays::row);
        String target = to.map(part -> part.term().text())
                .filter(t -> method.scope.chance(75))
                .orElse(u);
        int first = method.scope.random.nextInt(2);
        int second = method.scope.random.nextInt(2);
        int number = method.scope.random.nextInt(columns() - Math.max(first, second) + 1);
        return "System.arraycopy(" + u + ", " + first + ", " + target + ", " + second + ", " + number + ");\n";
    }

    private String clonedMatrix() {
        Optional<ArrayTerms.Part> matrix = method.scope.quietly(method.arrays::matrix);
        if (matrix.isEmpty()) {
            return made();
        }
        method.scope.note(Syntax.CLONE);
        Symbol base = matrix.get().base();
        String value = matrix.get().term().at(Term.PRIMARY) + ".clone()";
        return sharing("grid", "double[][]", base, value);
    }

    private String givenByHelper() {
        Symbol receiver = new Symbol(method.scope.freshName("got"), "double[]", true, Term.LIMIT, Optional.empty());
        Optional<Term> call = method.calls.giving("double[]", receiver);
        if (call.isEmpty()) {
            return made();
        }
        method.scope.show(receiver);
        return method.assignments.declared(receiver, call.get());
    }

    /** Moves references, or nothing if there is nothing to move. */
    private String moved() {
        int choice = method.scope.random.nextInt(100);
        if (choice < 35) {
            return rowReference();
        } else if (choice < 65) {
            return rowSwap();
        } else if (choice < 85) {
            return bufferSwap();
        }
        return mixed();
    }

    private String sharing(String wish, String type, Symbol base, String value) {
        Optional<Symbol> old = method.scope.any(method.scope.all(type).stream()
                .filter(v -> v.mayBeAssigned() && v.memory() == base.memory())
                .toList());
        if (old.isPresent() && method.scope.chance(40)) {
            return old.get().name + " = " + value + ";\n";
        }
        Symbol fresh = method.scope.declare(wish, type);
        fresh.share(base);
        return method.assignments.declared(fresh, Term.primary(value, 0));
    }

    /** {@code double[] row = m[i]}. */
    private String rowReference() {
        Optional<ArrayTerms.Part> matrix = method.arrays.matrix();
        if (matrix.isEmpty()) {
            return "";
        }
        method.scope.note(Syntax.ROW_REFERENCE);
        ArrayTerms.Part m = matrix.get();
        Term row = m.term().at(method.arrays.index(m.term(), method.scope.rows));
        return sharing("row", "double[]", m.base(), row.text());
    }

    /** {@code t = m[i]; m[i] = m[j]; m[j] = t}. */
    private String rowSwap() {
        Optional<ArrayTerms.Part> matrix = method.scope.quietly(method.arrays::matrix);
        if (matrix.isEmpty()) {
            return "";
        }
        method.scope.note(Syntax.ROW_SWAP);
        method.statements.noteStore();
        Term m = matrix.get().term();
        String first = rowOf(m);
        String second = rowOf(m);
        Symbol kept = method.scope.declare("row", "double[]");
        kept.share(matrix.get().base());
        return method.assignments.declared(kept, Term.primary(first, 0)) + first + " = " + second + ";\n" + second
                + " = " + kept.name + ";\n";
    }

    private String rowOf(Term matrix) {
        return method.scope.quietly(
                () -> matrix.at(method.arrays.index(matrix, method.scope.rows)).text());
    }

    /** {@code t = a; a = b; b = t}. */
    private String bufferSwap() {
        String type = method.scope.chance(70) ? "double[]" : "double[][]";
        List<Symbol> all =
                method.scope.all(type).stream().filter(Symbol::mayBeAssigned).toList();
        Optional<Symbol> a = method.scope.any(all);
        Optional<Symbol> b = method.scope.any(
                all.stream().filter(v -> !a.filter(v::equals).isPresent()).toList());
        if (a.isEmpty() || b.isEmpty() || !mayMix(a.get(), b.get())) {
            return "";
        }
        method.scope.note(Syntax.BUFFER_SWAP);
        Symbol kept = method.scope.declare("kept", type);
        kept.share(a.get());
        a.get().share(b.get());
        return method.assignments.declared(kept, a.get().term()) + a.get().name + " = " + b.get().name + ";\n"
                + b.get().name + " = " + kept.name + ";\n";
    }

    /** A recursion could not tell its callers that memory of different arrays is mixed. */
    private boolean mayMix(Symbol a, Symbol b) {
        return !method.calls.isRecursive() || a.memory() == b.memory();
    }

    /** {@code m[i] = x}, or a new matrix made of rows of others. */
    private String mixed() {
        Optional<Symbol> row = method.scope.pick("double[]");
        Optional<Symbol> matrix = method.scope.pick("double[][]");
        if (row.isEmpty() || method.calls.isRecursive()) {
            return "";
        }
        if (matrix.isPresent() && method.scope.chance(50)) {
            method.scope.note(Syntax.ROW_OF_ANOTHER_ARRAY);
            method.statements.noteStore();
            matrix.get().share(row.get());
            Term m = matrix.get().term();
            return m.at(method.arrays.index(m, method.scope.rows)).text() + " = " + row.get().name + ";\n";
        }
        method.scope.note(Syntax.RAGGED);
        // References that are stored count as stores into all that the new array refers to.
        method.statements.noteStore();
        Symbol ragged = new Symbol(method.scope.freshName("ragged"), "double[][]", true, Term.LIMIT, Optional.empty());
        String rows = rows(initialiser("double[][]"), () -> {
            ArrayTerms.Part part = method.arrays
                    .row()
                    .orElseGet(() -> new ArrayTerms.Part(row.get().term(), row.get()));
            ragged.share(part.base());
            return part.term().text();
        });
        method.scope.show(ragged);
        return "double[][] " + ragged.name + " = " + rows + ";\n";
    }
}
