package org.cotangent.codegen.fuzz;

import java.util.Optional;

/** Random statements that choose, guard, or do nothing in the end. */
final class Branches {

    private final MethodWriter method;

    Branches(MethodWriter method) {
        this.method = method;
    }

    void random() {
        if (method.scope.chance(30)) {
            method.statements.emit(method.switches.statement());
        } else {
            method.statements.emit(branch());
        }
    }

    private String branch() {
        method.scope.note(Syntax.IF);
        StringBuilder text =
                new StringBuilder("if (" + method.conditions.condition(2).text() + ")");
        text.append(body(1 + method.scope.random.nextInt(3)));
        if (method.scope.chance(20)) {
            method.scope.note(Syntax.ELSE_IF);
            text.append("else if (" + method.conditions.condition(1).text() + ")");
            text.append(body(1 + method.scope.random.nextInt(2)));
        }
        if (method.scope.chance(45)) {
            method.scope.note(Syntax.IF_ELSE);
            text.append("else").append(body(1 + method.scope.random.nextInt(2)));
        }
        return text.toString();
    }

    /** With braces, or one statement without. */
    private String body(int number) {
        Optional<String> single = method.scope.chance(20) ? method.assignments.single() : Optional.empty();
        return single.map(s -> "\n" + s).orElseGet(() -> " {\n" + method.statements.nested(number) + "}\n");
    }

    void rare() {
        int choice = method.scope.random.nextInt(100);
        if (choice < 30) {
            method.statements.emit(guard());
        } else if (choice < 50) {
            method.scope.note(Syntax.ASSERT);
            // Nobody runs it where assertions are off.
            Term value = method.scope.quietly(() -> method.reals.within(1, 2));
            method.statements.emit("assert " + value.relation("<", Term.of(1e6)).text() + ";\n");
        } else if (choice < 75) {
            method.statements.emit(dead());
        } else if (choice < 90) {
            method.scope.note(Syntax.CONSTANT_CONDITION);
            String constant = method.scope.chance(50) ? "true" : "false";
            method.statements.emit("if (" + constant + ") {\n" + method.statements.nested(1) + "}\n");
        } else {
            method.statements.emit(method.scope.chance(50) ? "// a remark\n" : ";\n");
        }
    }

    private String guard() {
        method.scope.note(Syntax.THROW);
        Term value = method.scope.quietly(() -> method.reals.within(1, 2));
        String message = method.scope.chance(50)
                ? "\"too large\""
                : "\"too large: \" + " + value.cast("double").text();
        return "if (" + value.relation(">", Term.of(1e6)).text() + ") {\nthrow new IllegalStateException(" + message
                + ");\n}\n";
    }

    /** What has no influence. */
    private String dead() {
        method.scope.note(Syntax.DEAD_CODE);
        String name = method.scope.freshName("unused");
        if (method.scope.chance(40)) {
            return "double " + name + " = " + method.reals.limited(2).text() + ";\n" + name + " *= 2;\n";
        }
        return "double " + name + " = 0;\nfor (int turn = 0; turn < 2; turn++) {\n" + name + " += "
                + method.scope.quietly(() -> method.reals.limited(1)).text() + ";\n}\n";
    }
}
