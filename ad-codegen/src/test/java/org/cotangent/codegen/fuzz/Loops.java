package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random loops of every kind, of at most about five turns. */
final class Loops {

    private final MethodWriter method;
    private final CountedLoops counted;

    Loops(MethodWriter method) {
        this.method = method;
        this.counted = new CountedLoops(method);
    }

    void random() {
        if (!method.scope.mayLoop()) {
            method.statements.emit(method.assignments::accumulate);
            return;
        }
        int choice = method.scope.random.nextInt(100);
        int mark = method.scope.mark();
        boolean hides = true;
        if (choice < 46) {
            counted.random();
        } else if (choice < 50) {
            counted.outer();
            hides = false;
        } else if (choice < 64) {
            forEach();
        } else if (choice < 72) {
            method.statements.emit(sum());
            hides = false;
        } else if (choice < 76) {
            method.statements.emit(real());
        } else {
            guarded();
            hides = false;
        }
        if (hides) {
            method.scope.hide(mark);
        }
    }

    /** The body of a loop, of several statements or one. */
    String body(int turns, Runnable first) {
        return body(turns, first, () -> {});
    }

    String body(int turns, Runnable first, Runnable last) {
        String[] text = new String[1];
        method.scope.turning(turns, () -> {
            text[0] = method.statements.nested(1 + method.scope.random.nextInt(4), first, last);
        });
        return " {\n" + text[0] + "}\n";
    }

    private void forEach() {
        int choice = method.scope.random.nextInt(100);
        Optional<ArrayTerms.Part> matrix = method.arrays.matrix();
        Optional<ArrayTerms.Part> row = method.arrays.row();
        Optional<Symbol> order = method.scope.pick("int[]");
        if (choice < 30 && matrix.isPresent()) {
            method.scope.note(Syntax.FOR_EACH_ROW);
            Symbol each = new Symbol(method.scope.name("line"), "double[]", true, Term.LIMIT, Optional.empty());
            each.share(matrix.get().base());
            over(each, matrix.get().term(), method.scope.rows);
        } else if (choice < 50 && order.isPresent()) {
            method.scope.note(Syntax.FOR_EACH_INT);
            over(
                    new Symbol(method.scope.name("k"), "int", true, 0, Optional.empty()),
                    order.get().term(),
                    columns());
        } else if (row.isPresent()) {
            method.scope.note(Syntax.FOR_EACH_REAL);
            Symbol each = new Symbol(method.scope.name("v"), "double", true, Term.LIMIT, Optional.empty());
            over(each, row.get().term(), columns() + 1);
        } else {
            counted.random();
        }
    }

    private int columns() {
        return method.scope.columns;
    }

    private void over(Symbol each, Term array, int turns) {
        String type = method.scope.chance(15) ? "var" : each.type;
        method.scope.show(each);
        method.statements.emit(method.jumps.loop(
                () -> "for (" + type + " " + each.name + " : " + array.text() + ")" + body(turns, () -> {})));
    }

    /** {@code double sum = 0; for (...) { double v = ...; sum += e; }}, whose turns are independent. */
    private String sum() {
        method.scope.note(Syntax.FOR_SUM);
        int turns = columns();
        String name = method.scope.name("sum");
        Symbol counter =
                new Symbol(method.scope.freshName("i"), "int", false, 0, Optional.of(new Symbol.Range(0, turns - 1)));
        StringBuilder text = new StringBuilder("double " + name + " = 0;\nfor (int " + counter.name + " = 0; "
                + counter.name + " < " + turns + "; " + counter.name + "++)");
        int mark = method.scope.mark();
        method.scope.show(counter);
        Supplier<String> share = () -> method.reals.within(2, 1).text();
        method.scope.turning(turns, () -> {
            if (method.scope.chance(40)) {
                text.append("\n" + name + " += " + share.get() + ";\n");
            } else {
                String value = method.reals.limited(2).text();
                Symbol local = method.scope.declare("part", "double");
                text.append(
                        " {\ndouble " + local.name + " = " + value + ";\n" + name + " += " + share.get() + ";\n}\n");
            }
        });
        method.scope.hide(mark);
        method.scope.show(
                new Symbol(name, "double", method.scope.chance(50), Math.max(turns, Term.LIMIT), Optional.empty()));
        return text.toString();
    }

    /** A loop that counts with a double. */
    private String real() {
        method.scope.note(Syntax.FOR_REAL);
        Symbol s = method.scope.declareFinal("s", "double");
        return method.jumps.loop(
                () -> "for (double " + s.name + " = 0; " + s.name + " < 1; " + s.name + " += 0.3)" + body(4, () -> {}));
    }

    /** A loop that a counter named fuel ends if nothing else does. */
    private void guarded() {
        int limit = 1 + method.scope.random.nextInt(4);
        Symbol fuel = method.scope.show(
                new Symbol(method.scope.freshName("fuel"), "int", false, 0, Optional.of(new Symbol.Range(-9, 9))));
        String f = fuel.name;
        int kind = method.scope.random.nextInt(5);
        method.statements.emit("int " + f + " = " + (kind == 4 ? limit : 0) + ";\n");
        method.statements.emit(method.jumps.loop(() -> switch (kind) {
            case 0 -> whileLoop(f + " < " + limit, f, limit);
            case 1 -> doLoop(f, limit);
            case 2 -> endless(f, limit);
            case 3 -> {
                method.scope.note(Syntax.WHILE);
                yield "while (" + f + "++ < " + limit + also() + ")" + body(limit, () -> {});
            }
            default -> {
                method.scope.note(Syntax.WHILE_DECREMENT);
                yield "while (" + method.scope.pick(List.of(f + "-- > 0", "--" + f + " >= 0")) + also() + ")"
                        + body(limit, () -> {});
            }
        }));
    }

    private String also() {
        return method.scope.chance(50) ? " && " + method.conditions.condition(1).at(Term.AND) : "";
    }

    private String whileLoop(String more, String fuel, int limit) {
        method.scope.note(Syntax.WHILE);
        String burn = method.scope.pick(List.of(fuel + "++;\n", "++" + fuel + ";\n", fuel + " += 1;\n"));
        return "while (" + more + also() + ")" + body(limit, () -> method.statements.emit(burn));
    }

    private String doLoop(String fuel, int limit) {
        method.scope.note(Syntax.DO_WHILE);
        String body = body(limit, () -> {});
        return "do" + body + "while (++" + fuel + " < " + limit + also() + ");\n";
    }

    private String endless(String fuel, int limit) {
        boolean isFor = method.scope.chance(40);
        method.scope.note(isFor ? Syntax.FOR_EVER : Syntax.WHILE_TRUE);
        method.scope.note(Syntax.BREAK);
        String end = method.scope.chance(50)
                ? fuel + " >= " + limit
                : fuel + " >= " + limit + " || "
                        + method.conditions.condition(1).at(Term.OR);
        return (isFor ? "for (;;)" : "while (true)")
                + body(limit, () -> {
                    method.statements.emit("if (" + end + ") {\nbreak;\n}\n");
                    method.statements.emit(fuel + "++;\n");
                });
    }
}
