package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random statements of one method. Loops end, indices are in range, references are not null. */
final class Statements {

    private static final int MAX_NESTING = 4;

    private final MethodWriter method;
    private StringBuilder out = new StringBuilder();
    private int budget = 10;
    private int nesting;
    private boolean stores;
    private boolean defers;
    private List<String> deferred = new ArrayList<>();

    Statements(MethodWriter method) {
        this.method = method;
    }

    void allow(int statements) {
        budget = statements;
    }

    boolean stores() {
        return stores;
    }

    void noteStore() {
        stores = true;
    }

    boolean isDeep() {
        return nesting >= MAX_NESTING;
    }

    void emit(String statement) {
        out.append(statement);
        method.scope.charge(1);
        budget--;
    }

    /** Emits a statement whose expressions may ask for another one after it. */
    void emit(Supplier<String> statement) {
        boolean outerDefers = defers;
        List<String> outer = deferred;
        defers = true;
        deferred = new ArrayList<>();
        emit(statement.get());
        deferred.forEach(out::append);
        defers = outerDefers;
        deferred = outer;
    }

    /** Asks for a statement to be executed after the present one; refused where that may not be. */
    boolean defer(String statement) {
        return defers && deferred.size() < 2 && deferred.add(statement);
    }

    String taken() {
        String taken = out.toString();
        out = new StringBuilder();
        return taken;
    }

    /** Adds statements until some number is reached or the budget is spent. */
    void fill(int number) {
        for (int i = 0; i < number && budget > 0; i++) {
            one();
        }
    }

    String nested(int number) {
        return nested(number, () -> {}, () -> {});
    }

    /** Statements of a block of its own. */
    String nested(int number, Runnable first, Runnable last) {
        int mark = method.scope.mark();
        String text = inside(number, first, last);
        method.scope.hide(mark);
        return text;
    }

    /** Statements of one case of a switch, whose names others may not use. */
    String group(int number, List<Symbol> hidden) {
        int mark = method.scope.mark();
        String text = inside(number, () -> {}, () -> {});
        hidden.addAll(method.scope.hideKeepingNames(mark));
        return text;
    }

    private String inside(int number, Runnable first, Runnable last) {
        StringBuilder outer = out;
        boolean outerDefers = defers;
        defers = false;
        out = new StringBuilder();
        nesting++;
        first.run();
        fill(number);
        last.run();
        nesting--;
        String text = out.toString();
        out = outer;
        defers = outerDefers;
        return text;
    }

    /** Statements that end by yielding a value. */
    String yielding(Supplier<Term> value, boolean braced) {
        Runnable yield = () ->
                out.append("yield ").append(unambiguous(value.get().text())).append(";\n");
        int number = braced ? 1 + method.scope.random.nextInt(2) : 0;
        String text = method.jumps.closed(() -> nested(number, () -> {}, yield));
        return braced ? "{\n" + text + "}\n" : text;
    }

    /** To javac, a parenthesis behind yield may be the start of a call. */
    private static String unambiguous(String value) {
        return value.startsWith("(") ? "+(" + value + ")" : value;
    }

    private void one() {
        int choice = method.scope.random.nextInt(100);
        if (method.scope.isInNestedLoop() && method.jumps.isPossible() && method.scope.chance(12)) {
            jump();
        } else if (choice < 18) {
            emit(method.assignments::plain);
        } else if (choice < 24) {
            emit(method.assignments::accumulate);
        } else if (choice < 34) {
            emit(method.assignments::store);
        } else if (choice < 44) {
            emit(method.assignments::inactive);
        } else if (choice < 53) {
            unlessDeep(() -> method.branches.random());
        } else if (choice < 70) {
            unlessDeep(() -> method.loops.random());
        } else if (choice < 73) {
            unlessDeep(this::block);
        } else if (choice < 79) {
            jump();
        } else if (choice < 90) {
            method.arrayStatements.random();
        } else if (choice < 93) {
            emit(() -> method.calls.statement().orElseGet(method.assignments::store));
        } else if (choice < 97) {
            emit(method.records::statement);
        } else {
            method.branches.rare();
        }
    }

    private void unlessDeep(Runnable statement) {
        if (isDeep()) {
            emit(method.assignments::accumulate);
        } else {
            statement.run();
        }
    }

    private void block() {
        if (method.scope.chance(40)) {
            method.scope.note(Syntax.LOCAL_BLOCK);
            emit("{\n" + nested(2 + method.scope.random.nextInt(2)) + "}\n");
            return;
        }
        method.scope.note(Syntax.LABELLED_BLOCK);
        emit(method.jumps.block(() -> "{\n" + nested(2 + method.scope.random.nextInt(3)) + "}\n"));
    }

    /** {@code if (c) { ...; break; }}. */
    private void jump() {
        if (!method.jumps.isPossible()) {
            emit(method.assignments::plain);
            return;
        }
        Term condition = method.conditions.condition(1);
        int before = method.scope.random.nextInt(2);
        if (before == 0 && method.scope.chance(40)) {
            emit("if (" + condition.text() + ")\n" + method.jumps.statement());
            return;
        }
        String body = nested(before, () -> {}, () -> out.append(method.jumps.statement()));
        emit("if (" + condition.text() + ") {\n" + body + "}\n");
    }
}
