package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random statements that assign variables and elements. */
final class Assignments {

    private final MethodWriter method;

    Assignments(MethodWriter method) {
        this.method = method;
    }

    /** A declaration with a value: by name of the type, by var, or final. */
    String declared(Symbol symbol, Term value) {
        String type = symbol.type;
        // javac refuses var if there is an array initialiser anywhere in the value.
        if (method.scope.chance(15) && !value.text().contains("= {")) {
            method.scope.note(Syntax.VAR);
            // A real expression may be a float, and an integer one an int.
            Term exact = type.equals("double") ? Term.of(0.0).plus(value) : value;
            return "var " + symbol.name + " = " + (type.equals("long") ? value.cast("long") : exact).text() + ";\n";
        }
        return (symbol.isAssignable ? "" : "final ") + type + " " + symbol.name + " = " + value.text() + ";\n";
    }

    private String declaration(String wish, String type, Supplier<Term> initialiser) {
        boolean constant = method.scope.chance(15);
        if (constant) {
            method.scope.note(Syntax.FINAL_LOCAL);
        }
        Symbol symbol = new Symbol(method.scope.name(wish), type, !constant, Term.LIMIT, Optional.empty());
        Term value = initialiser.get();
        method.scope.show(symbol);
        return declared(symbol, value);
    }

    /** {@code double t; if (c) t = a; else t = b;}. */
    private String deferred(int depth) {
        method.scope.note(Syntax.DEFERRED_INITIALISATION);
        Term condition = method.conditions.condition(1);
        Term then = method.reals.limited(depth);
        Term otherwise = method.reals.limited(1);
        boolean constant = method.scope.chance(50);
        Symbol t = constant ? method.scope.declareFinal("t", "double") : method.scope.declare("t", "double");
        return (constant ? "final " : "") + "double " + t.name + ";\nif (" + condition.text() + ") {\n" + t.name + " = "
                + then.text() + ";\n} else {\n" + t.name + " = " + otherwise.text() + ";\n}\n";
    }

    /** One statement that declares nothing, if there is a variable to assign. */
    Optional<String> single() {
        Optional<Symbol> target = method.scope.target("double");
        return target.map(t -> method.scope.chance(20)
                ? t.name + " *= " + method.reals.within(2, 1).text() + ";\n"
                : t.name + " = " + method.reals.limited(2).text() + ";\n");
    }

    /** A real variable is assigned, or declared. */
    String plain() {
        Optional<Symbol> target = method.scope.target("double");
        if (target.isEmpty() || (method.scope.chance(30) && !method.statements.isDeep())) {
            return declaring();
        }
        String name = target.get().name;
        if (method.scope.chance(25)) {
            return compound(name);
        }
        return name + " = "
                + method.reals.limited(1 + method.scope.random.nextInt(3)).text() + ";\n";
    }

    private String declaring() {
        int depth = 1 + method.scope.random.nextInt(3);
        if (method.scope.chance(8)) {
            return deferred(depth);
        }
        if (method.scope.chance(15)) {
            method.scope.note(Syntax.FLOAT_VARIABLE);
            return declaration("rough", "float", () -> method.floats.limited(2));
        }
        return declaration("t", "double", () -> method.reals.limited(depth));
    }

    private String compound(String name) {
        method.scope.note(Syntax.COMPOUND);
        return switch (method.scope.random.nextInt(5)) {
            case 0 -> name + " *= " + method.reals.within(2, 1).text() + ";\n";
            case 1 ->
                name + " /= "
                        + method.math
                                .call("cosh", 99, method.reals.within(1, 1.5))
                                .text() + ";\n";
            case 2 -> name + " %= 2.5;\n";
            case 3 -> name + " -= " + method.reals.within(2, 1.5).text() + ";\n" + name + " *= 0.6;\n";
            default -> name + " += " + method.reals.within(2, 1.5).text() + ";\n" + name + " = 0.6 * " + name + ";\n";
        };
    }

    /** {@code v = 0.7 * v + e}. */
    String accumulate() {
        if (method.scope.has("float") && method.scope.chance(25)) {
            return roughly();
        }
        Optional<Symbol> target = method.scope.target("double");
        if (target.isEmpty()) {
            return declaring();
        }
        String v = target.get().name;
        String share = method.reals.within(2, 0.9).at(Term.PRODUCT);
        return v + " = " + (method.scope.chance(50) ? "0.7 * " + v + " + " + share : share + " + " + v + " * 0.7")
                + ";\n";
    }

    /** A float variable is assigned; the compound operators narrow. */
    private String roughly() {
        Optional<Symbol> target = method.scope.target("float");
        if (target.isEmpty()) {
            return declaring();
        }
        String r = target.get().name;
        if (method.scope.chance(50)) {
            return r + " = " + method.floats.limited(2).text() + ";\n";
        }
        method.scope.note(Syntax.COMPOUND_NARROWING);
        return switch (method.scope.random.nextInt(3)) {
            case 0 -> r + " *= " + method.reals.within(2, 1).text() + ";\n";
            case 1 ->
                r + " = 0.5f * " + r + ";\n" + r + " -= "
                        + method.reals.within(1, 1.5).text() + ";\n";
            default ->
                r + " *= 0.5f;\n" + r + " += " + method.reals.within(1, 1.5).text() + ";\n";
        };
    }

    /** An element of an array of reals is assigned. */
    String store() {
        Optional<Symbol> floats = method.scope.writable("float[]");
        if (floats.isPresent() && method.scope.chance(20)) {
            method.scope.note(Syntax.FLOAT_ARRAY);
            method.statements.noteStore();
            Term element = method.arrays.element(floats.get().term());
            return element.text() + " = " + method.floats.limited(2).text() + ";\n";
        }
        Optional<Term> element = method.arrays.element("double");
        if (element.isEmpty()) {
            return plain();
        }
        method.statements.noteStore();
        method.scope.note(Syntax.ARRAY_OVERWRITTEN);
        if (method.scope.chance(30)) {
            Optional<Term> quiet = method.scope.quietly(() -> method.arrays.element("double"));
            return quiet.map(this::elementCompound).orElseGet(this::plain);
        }
        return element.get().text() + " = "
                + method.reals.limited(1 + method.scope.random.nextInt(2)).text() + ";\n";
    }

    private String elementCompound(Term element) {
        method.scope.note(Syntax.ELEMENT_COMPOUND);
        String e = element.text();
        return switch (method.scope.random.nextInt(4)) {
            case 0 -> e + " *= " + method.reals.within(2, 1).text() + ";\n";
            case 1 -> e + " = 0.6 * " + e + " + " + method.reals.within(1, 1).at(Term.PRODUCT) + ";\n";
            case 2 -> e + " += " + method.reals.within(1, 1).text() + ";\n" + e + " *= 0.7;\n";
            default -> e + " -= " + method.reals.within(1, 1).text() + ";\n" + e + " /= 1.5;\n";
        };
    }

    /** A variable or element of another type than real is assigned. */
    String inactive() {
        int choice = method.scope.random.nextInt(100);
        if (choice < 50) {
            return integer();
        } else if (choice < 68) {
            return longInteger();
        } else if (choice < 84) {
            method.scope.note(Syntax.BOOLEAN_VARIABLE);
            return condition();
        }
        return element();
    }

    private String condition() {
        Optional<Symbol> flag = method.scope.target("boolean");
        if (flag.isEmpty() || method.scope.chance(40)) {
            return declaration("flag", "boolean", () -> method.conditions.condition(1));
        }
        String operator = method.scope.pick(List.of(" = ", " &= ", " |= ", " ^= "));
        return flag.get().name + operator + method.conditions.condition(1).text() + ";\n";
    }

    private String integer() {
        Optional<Symbol> target = method.scope.target("int");
        if (target.isEmpty() || method.scope.chance(35)) {
            return declaration("k", "int", () -> method.integers.integer(2));
        }
        String k = target.get().name;
        int choice = method.scope.random.nextInt(100);
        if (choice < 40) {
            return k + " = " + method.integers.integer(2).text() + ";\n";
        } else if (choice < 60) {
            method.scope.note(Syntax.INCREMENT_STATEMENT);
            return method.scope
                    .pick(List.of("%s++;\n", "%s--;\n", "++%s;\n", "--%s;\n"))
                    .formatted(k);
        } else if (choice < 80) {
            method.scope.note(Syntax.COMPOUND_NARROWING);
            return method.scope.chance(50)
                    ? k + " += " + method.reals.within(1, 3).text() + ";\n"
                    : k + " *= 1.5;\n" + k + " -= "
                            + method.integers.longInteger(1).text() + ";\n";
        }
        String operator = method.scope.pick(List.of("+=", "-=", "*=", "&=", "|=", "^=", "<<=", ">>=", ">>>="));
        return k + " " + operator + " " + method.integers.integer(1).text() + ";\n";
    }

    private String longInteger() {
        method.scope.note(Syntax.LONG_VARIABLE);
        Optional<Symbol> target = method.scope.target("long");
        if (target.isEmpty() || method.scope.chance(30)) {
            return declaration("big", "long", () -> method.integers.longInteger(2));
        }
        String big = target.get().name;
        String operator = method.scope.pick(List.of("=", "+=", "*=", "^=", ">>>="));
        return big + " " + operator + " " + method.integers.longInteger(1).text() + ";\n";
    }

    private String element() {
        Optional<Symbol> flags = method.scope.writable("boolean[]");
        if (flags.isPresent() && method.scope.chance(40)) {
            method.statements.noteStore();
            Term flag = flags.get().term().at(method.arrays.index(flags.get().term(), method.scope.columns));
            return flag.text() + " = " + method.conditions.condition(1).text() + ";\n";
        }
        Optional<Symbol> array = method.scope.writable("int[]");
        if (array.isEmpty()) {
            return method.arrayStatements.inactive();
        }
        method.scope.note(Syntax.INT_ARRAY);
        method.statements.noteStore();
        Term element = array.get().term().at(method.arrays.index(array.get().term(), method.scope.columns));
        return switch (method.scope.random.nextInt(4)) {
            case 0 -> element.text() + "++;\n";
            case 1 -> element.text() + " -= " + method.integers.integer(1).text() + ";\n";
            default -> element.text() + " = " + method.integers.integer(2).text() + ";\n";
        };
    }
}
