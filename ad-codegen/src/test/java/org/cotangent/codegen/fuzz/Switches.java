package org.cotangent.codegen.fuzz;

import java.util.List;

/** Random switches: old ones with fall-through, those with arrows, and those that give a value. */
final class Switches {

    private final MethodWriter method;

    Switches(MethodWriter method) {
        this.method = method;
    }

    private Term selector(int cases) {
        Term k = method.integers.integer(1);
        return switch (method.scope.random.nextInt(4)) {
            case 0 -> k;
            case 1 -> Term.binary(k, "&", Term.of(3), Term.BIT_AND, 0);
            default -> Term.call("Math.floorMod", 0, k, Term.of(cases + method.scope.random.nextInt(2)));
        };
    }

    /** A switch that gives a value of a type. */
    Term expression(String type) {
        if (method.statements.isDeep()) {
            return value(type);
        }
        method.scope.note(Syntax.SWITCH_EXPRESSION);
        int cases = 2 + method.scope.random.nextInt(2);
        StringBuilder text = new StringBuilder("switch (" + selector(cases).text() + ") {\n");
        boolean old = method.scope.chance(20);
        for (int i = 0; i < cases; i++) {
            boolean last = i + 1 == cases;
            text.append(last ? "default" : "case " + label(i, old));
            text.append(old ? ":\n" + method.statements.yielding(() -> value(type), false) : " -> " + arm(type));
        }
        return new Term(text.append('}').toString(), Term.UNARY, Term.LIMIT);
    }

    private String label(int i, boolean old) {
        return !old && method.scope.chance(25) ? i + ", " + (i + 7) : Integer.toString(i);
    }

    private String arm(String type) {
        if (method.scope.chance(35) && method.scope.mayHaveEffects()) {
            method.scope.note(Syntax.SWITCH_YIELD);
            return method.statements.yielding(() -> value(type), true);
        }
        return value(type).text() + ";\n";
    }

    private Term value(String type) {
        return type.equals("int") ? method.integers.integer(1) : method.reals.limited(1);
    }

    String statement() {
        return method.scope.chance(50) ? old() : arrows();
    }

    private String arrows() {
        method.scope.note(Syntax.SWITCH_ARROW);
        int cases = 2 + method.scope.random.nextInt(2);
        StringBuilder text = new StringBuilder("switch (" + selector(cases).text() + ") {\n");
        for (int i = 0; i < cases; i++) {
            if (i + 1 == cases && method.scope.chance(25)) {
                break;
            }
            text.append(i + 1 == cases ? "default" : "case " + label(i, false)).append(" -> ");
            java.util.Optional<String> single =
                    method.scope.chance(40) ? method.assignments.single() : java.util.Optional.empty();
            text.append(single.orElseGet(() -> braced(method.statements.nested(1 + method.scope.random.nextInt(2)))));
        }
        return text.append("}\n").toString();
    }

    private static String braced(String statements) {
        return "{\n" + statements + "}\n";
    }

    /** Groups of statements some of which fall through into the next. */
    private String old() {
        method.scope.note(Syntax.SWITCH_OLD);
        int cases = 2 + method.scope.random.nextInt(3);
        int first = method.scope.random.nextInt(cases);
        StringBuilder text = new StringBuilder("switch (" + selector(cases).text() + ") {\n");
        method.jumps.enterSwitch();
        List<Symbol> hidden = new java.util.ArrayList<>();
        for (int i = 0; i < cases; i++) {
            text.append(i == first ? "default:\n" : "case " + i + ":\n");
            if (method.scope.chance(15)) {
                method.scope.note(Syntax.SWITCH_FALL_THROUGH);
                continue;
            }
            text.append(method.statements.group(1 + method.scope.random.nextInt(2), hidden));
            if (method.scope.chance(65)) {
                text.append("break;\n");
            } else {
                method.scope.note(Syntax.SWITCH_FALL_THROUGH);
            }
        }
        method.scope.free(hidden);
        method.jumps.leaveSwitch();
        return text.append("}\n").toString();
    }
}
