package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.Optional;

/** Random for loops that count. */
final class CountedLoops {

    private final MethodWriter method;

    CountedLoops(MethodWriter method) {
        this.method = method;
    }

    /** Emits one; its counters stay visible until the caller hides them. */
    void random() {
        switch (method.scope.random.nextInt(13)) {
            case 0, 1 -> up("<", 0, Syntax.FOR_CANONICAL);
            case 2 -> up("<=", 1, Syntax.FOR_INCLUSIVE);
            case 3 -> up("!=", 0, Syntax.FOR_NOT_EQUAL);
            case 4 -> whole();
            case 5 -> down();
            case 6 -> step();
            case 7 -> triangular();
            case 8 -> comma();
            case 9 -> modified();
            case 10 -> ofLong();
            case 11 -> byParameter();
            default -> rare();
        }
    }

    private void loop(String head, int turns) {
        method.statements.emit(method.jumps.loop(() -> "for (" + head + ")" + method.loops.body(turns, () -> {})));
    }

    private String next(String i) {
        return method.scope
                .pick(List.of("%1$s++", "++%1$s", "%1$s += 1", "%1$s = %1$s + 1"))
                .formatted(i);
    }

    private String previous(String i) {
        return method.scope
                .pick(List.of("%1$s--", "--%1$s", "%1$s -= 1", "%1$s = %1$s - 1"))
                .formatted(i);
    }

    private String less(String i, String bound) {
        return method.scope.chance(25) ? bound + " > " + i : i + " < " + bound;
    }

    private Symbol counter(int low, int high) {
        return method.scope.declareCounter("i", "int", low, high);
    }

    private void up(String relation, int inclusive, Syntax syntax) {
        method.scope.note(syntax);
        int to = 1 + method.scope.random.nextInt(method.scope.columns);
        String i = counter(0, to - 1).name;
        String end = relation.equals("<") ? less(i, Integer.toString(to)) : i + " " + relation + " " + (to - inclusive);
        loop("int " + i + " = 0; " + end + "; " + next(i), to);
    }

    /** Over all elements of an array that is not reassigned meanwhile. */
    private void whole() {
        Optional<Symbol> array = method.scope.pick("double[]");
        if (array.isEmpty()) {
            up("<", 0, Syntax.FOR_CANONICAL);
            return;
        }
        method.scope.note(Syntax.FOR_CANONICAL);
        Symbol u = array.get();
        boolean held = u.mayBeAssigned();
        int most = method.scope.columns + 2;
        Symbol counter = counter(0, most).indexing(u.name);
        String i = counter.name;
        u.hold(true);
        if (method.scope.chance(30)) {
            method.scope.note(Syntax.FOR_DOWN);
            loop("int " + i + " = " + u.name + ".length - 1; " + i + " >= 0; " + previous(i), most);
        } else {
            loop("int " + i + " = 0; " + less(i, u.name + ".length") + "; " + next(i), most);
        }
        u.hold(!held);
    }

    private void down() {
        method.scope.note(Syntax.FOR_DOWN);
        int from = method.scope.random.nextInt(method.scope.columns);
        String i = counter(0, from).name;
        String end = method.scope.pick(List.of(i + " >= 0", i + " > -1", "0 <= " + i));
        loop("int " + i + " = " + from + "; " + end + "; " + previous(i), from + 1);
    }

    private void step() {
        method.scope.note(Syntax.FOR_STEP);
        int columns = method.scope.columns;
        if (method.scope.chance(50)) {
            int from = method.scope.random.nextInt(2);
            int to = columns + method.scope.random.nextInt(3);
            String i = counter(from, to - 1).name;
            String update = method.scope.pick(List.of("%1$s += 2", "%1$s = %1$s + 2", "%1$s = 2 + %1$s"));
            loop("int " + i + " = " + from + "; " + less(i, Integer.toString(to)) + "; " + update.formatted(i), 4);
            return;
        }
        int from = columns + method.scope.random.nextInt(3);
        int to = method.scope.random.nextInt(3) - 1;
        String i = counter(to + 1, from).name;
        loop("int " + i + " = " + from + "; " + i + " > " + to + "; " + i + " -= 3", 3);
    }

    private void triangular() {
        int columns = method.scope.columns;
        Optional<Symbol> outer = method.scope.counterBelow(columns);
        if (outer.isEmpty()) {
            step();
            return;
        }
        method.scope.note(Syntax.FOR_TRIANGULAR);
        String o = outer.get().name;
        String i = counter(0, columns - 1).name;
        String head = method.scope.chance(50)
                ? "int " + i + " = " + o + "; " + less(i, Integer.toString(columns)) + "; " + next(i)
                : method.scope.chance(50)
                        ? "int " + i + " = " + o + " - 1; " + i + " >= 0; " + previous(i)
                        : "int " + i + " = 0; " + i + " <= " + o + "; " + next(i);
        loop(head, columns);
    }

    private void comma() {
        method.scope.note(Syntax.FOR_COMMA);
        int last = method.scope.columns - 1;
        String i = counter(0, last).name;
        String j = counter(0, last).name;
        loop("int " + i + " = 0, " + j + " = " + last + "; " + i + " < " + j + "; " + next(i) + ", " + previous(j), 2);
    }

    /** The body may move the counter on. */
    private void modified() {
        method.scope.note(Syntax.FOR_MODIFIED_COUNTER);
        int to = 3 + method.scope.random.nextInt(3);
        Symbol counter = counter(0, 99);
        String i = counter.name;
        Runnable more = () -> {
            String condition = method.scope.chance(70)
                    ? "if (" + method.conditions.condition(1).text() + ")\n"
                    : "";
            method.statements.emit(condition
                    + method.scope.pick(List.of("%s++;\n", "%s += 2;\n")).formatted(i));
        };
        boolean first = method.scope.chance(50);
        method.statements.emit(method.jumps.loop(() -> "for (int " + i + " = 0; " + i + " < " + to + "; " + next(i)
                + ")" + method.loops.body(to, first ? more : () -> {}, first ? () -> {} : more)));
    }

    private void ofLong() {
        method.scope.note(Syntax.FOR_LONG);
        String j = method.scope.declareFinal("j", "long").name;
        loop("long " + j + " = 0; " + j + " < 3; " + next(j), 3);
    }

    /** A counter that is declared before the loop and seen after it. */
    void outer() {
        method.scope.note(Syntax.FOR_OUTER_COUNTER);
        int to = 1 + method.scope.random.nextInt(method.scope.columns);
        int mark = method.scope.mark();
        String i = counter(0, to - 1).name;
        boolean declares = method.scope.chance(50);
        method.statements.emit("int " + i + (declares ? "" : " = 7") + ";\n");
        loop(i + " = 0; " + less(i, Integer.toString(to)) + "; " + next(i), to);
        method.scope.hideKeepingNames(mark);
        method.scope.show(new Symbol(i, "int", true, 0, Optional.empty()));
        Optional<Symbol> target = method.scope.target("double");
        target.ifPresent(t -> method.statements.emit(t.name + " = 0.2 * " + i + ";\n"));
    }

    private void byParameter() {
        Optional<Symbol> n = method.scope.any(
                method.scope.all("int").stream().filter(s -> s.name.equals("n")).toList());
        if (n.isEmpty()) {
            down();
            return;
        }
        method.scope.note(Syntax.FOR_CANONICAL);
        String i = counter(0, 4).name;
        loop("int " + i + " = 0; " + less(i, "n") + "; " + next(i), 4);
    }

    private void rare() {
        if (method.scope.chance(50)) {
            method.scope.note(Syntax.FOR_EMPTY);
            String i = counter(0, 0).name;
            int from = 1 + method.scope.random.nextInt(3);
            loop("int " + i + " = " + from + "; " + i + " < " + (from - 1) + "; " + next(i), 0);
            return;
        }
        method.scope.note(Syntax.FOR_EVER);
        method.scope.note(Syntax.BREAK);
        String i = counter(0, 4).name;
        int to = 1 + method.scope.random.nextInt(4);
        method.statements.emit(method.jumps.loop(() -> "for (int " + i + " = 0; ; " + next(i) + ")"
                + method.loops.body(to, () -> method.statements.emit("if (" + i + " >= " + to + ")\nbreak;\n"))));
    }
}
