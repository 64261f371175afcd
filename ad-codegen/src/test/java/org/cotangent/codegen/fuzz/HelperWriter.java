package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the methods that others call. */
final class HelperWriter {

    private final Surroundings surroundings;
    private final String owner;
    private final StringBuilder here = new StringBuilder();
    private final StringBuilder elsewhere = new StringBuilder();
    private int number;

    HelperWriter(Surroundings surroundings, String owner) {
        this.surroundings = surroundings;
        this.owner = owner;
    }

    /** The methods of the program's own class. */
    String here() {
        return here.toString();
    }

    /** The methods of another class. */
    String elsewhere() {
        return elsewhere.toString();
    }

    private boolean chance(int percent) {
        return surroundings.random.nextInt(100) < percent;
    }

    void random() {
        int choice = surroundings.random.nextInt(100);
        if (choice < 12) {
            recursive(false);
        } else if (choice < 20) {
            recursive(true);
        } else if (choice < 25) {
            guard();
        } else {
            plain();
        }
    }

    private void plain() {
        MethodWriter method = surroundings.method();
        List<Symbol> parameters = parameters(method.scope);
        String result = result();
        boolean other = chance(20);
        String name = name(parameters, other);
        Optional<Symbol> given = holdsMemory(result)
                ? Optional.of(new Symbol("", result, false, 0, Optional.empty()))
                : Optional.empty();
        method.jumps.leaveBy(() -> leaving(method, result, given), true);
        List<Helper> all = List.copyOf(surroundings.helpers);
        if (other) {
            surroundings.helpers.removeIf(h -> !h.call().contains("."));
        }
        body(method, 3 + surroundings.random.nextInt(6));
        String text = method.statements.taken() + leaving(method, result, given);
        surroundings.helpers.clear();
        surroundings.helpers.addAll(all);
        add(method, name, result, parameters, given, text, other);
    }

    private void body(MethodWriter method, int statements) {
        method.statements.allow(statements);
        method.statements.fill(3 + surroundings.random.nextInt(4));
    }

    private boolean holdsMemory(String type) {
        return type.endsWith("[]")
                || surroundings.structure(type).filter(Structure::hasArray).isPresent();
    }

    private String result() {
        int choice = surroundings.random.nextInt(100);
        if (choice < 52) {
            return "double";
        } else if (choice < 64) {
            return "void";
        } else if (choice < 76) {
            return noted(Syntax.HELPER_GIVES_ARRAY, "double[]");
        } else if (choice < 84 && !surroundings.structures.isEmpty()) {
            Structure structure =
                    surroundings.structures.get(surroundings.random.nextInt(surroundings.structures.size()));
            return noted(Syntax.HELPER_GIVES_RECORD, structure.name());
        } else if (choice < 90) {
            return noted(Syntax.HELPER_GIVES_INT, "int");
        } else if (choice < 95) {
            return noted(Syntax.HELPER_GIVES_BOOLEAN, "boolean");
        }
        return noted(Syntax.HELPER_GIVES_FLOAT, "float");
    }

    private String noted(Syntax syntax, String type) {
        surroundings.found.add(syntax);
        return type;
    }

    private List<Symbol> parameters(Scope scope) {
        List<Symbol> all = new ArrayList<>();
        add(all, scope, "p", "double", surroundings.random.nextInt(3));
        add(all, scope, "u", "double[]", chance(65) ? 1 + surroundings.random.nextInt(2) : 0);
        add(all, scope, "w", "double[][]", chance(20) ? 1 : 0);
        add(all, scope, "c", "double[][][]", chance(5) ? 1 : 0);
        add(all, scope, "e", "float[]", chance(8) ? 1 : 0);
        add(all, scope, "r", "float", chance(8) ? 1 : 0);
        add(all, scope, "k", "int", surroundings.random.nextInt(2));
        add(all, scope, "l", "long", chance(8) ? 1 : 0);
        add(all, scope, "b", "boolean", chance(8) ? 1 : 0);
        add(all, scope, "o", "int[]", chance(6) ? 1 : 0);
        for (Structure structure : surroundings.structures) {
            add(all, scope, "s", structure.name(), chance(20) ? 1 : 0);
        }
        return all;
    }

    private void add(List<Symbol> list, Scope scope, String name, String type, int count) {
        for (int i = 0; i < count; i++) {
            list.add((chance(20) ? scope.declareFinal(name, type) : scope.declare(name, type)).asParameter());
        }
    }

    /** A name of its own, or that of a helper whose parameters are other ones. */
    private String name(List<Symbol> parameters, boolean other) {
        if (chance(20)) {
            for (Helper helper : surroundings.helpers) {
                String simple = helper.call().substring(helper.call().indexOf('.') + 1);
                boolean taken = surroundings.helpers.stream()
                        .filter(h -> h.call().endsWith(simple))
                        .anyMatch(h -> kinds(h.parameters()).equals(kinds(parameters)));
                if (!taken && simple.startsWith("helper")) {
                    surroundings.found.add(Syntax.HELPER_OVERLOADED);
                    return simple;
                }
            }
        }
        number++;
        return "helper" + number;
    }

    /** Types as far as calls tell them apart for certain: a real argument may be a float. */
    private static List<String> kinds(List<Symbol> parameters) {
        return parameters.stream().map(p -> p.type.replace("float", "double")).toList();
    }

    private void add(
            MethodWriter method,
            String name,
            String result,
            List<Symbol> parameters,
            Optional<Symbol> given,
            String body,
            boolean other) {
        if (other) {
            surroundings.found.add(Syntax.HELPER_ELSEWHERE);
        }
        boolean qualified = other || chance(25);
        String qualifier = other ? owner + "Other." : qualified ? owner + "." : "";
        int cost = method.scope.cost() + 1;
        surroundings.helpers.add(
                new Helper(qualifier + name, result, parameters, -1, given, cost, method.statements.stores()));
        StringBuilder target = other ? elsewhere : here;
        String access = qualified ? "" : "private ";
        target.append(declaration(access + "static ", result, name, parameters))
                .append(body)
                .append("}\n\n");
    }

    static String declaration(String modifiers, String result, String name, List<Symbol> parameters) {
        String list = parameters.stream()
                .map(p -> (p.isAssignable ? "" : "final ") + p.type + " " + p.name)
                .collect(Collectors.joining(", "));
        return modifiers + result + " " + name + "(" + list + ") {\n";
    }

    private String leaving(MethodWriter method, String result, Optional<Symbol> given) {
        if (result.equals("void")) {
            return "return;\n";
        }
        return "return " + value(method, result, given).text() + ";\n";
    }

    private Term value(MethodWriter method, String result, Optional<Symbol> given) {
        return switch (result) {
            case "double" -> method.reals.limited(2);
            case "float" -> method.floats.limited(2);
            case "int" -> method.integers.integer(2);
            case "boolean" -> method.conditions.condition(1);
            case "double[]" -> array(method, given.orElseThrow());
            default -> record(method, result, given);
        };
    }

    private Term array(MethodWriter method, Symbol given) {
        Optional<ArrayTerms.Part> part = method.arrays.row();
        if (part.isEmpty() || chance(30)) {
            StringBuilder text = new StringBuilder("new double[] {");
            for (int i = 0; i < surroundings.columns; i++) {
                text.append(i == 0 ? "" : ", ").append(method.reals.limited(1).text());
            }
            return Term.primary(text.append('}').toString(), 0);
        }
        if (chance(30)) {
            return Term.primary(part.get().term().at(Term.PRIMARY) + ".clone()", 0);
        }
        given.share(part.get().base());
        return part.get().term();
    }

    private Term record(MethodWriter method, String type, Optional<Symbol> given) {
        Symbol holder = given.orElseGet(() -> new Symbol("", type, false, 0, Optional.empty()));
        Optional<Symbol> variable = method.scope.pick(type);
        if (variable.isPresent() && chance(30)) {
            holder.share(variable.get());
            return variable.get().term();
        }
        Structure structure = surroundings.structure(type).orElseThrow();
        return method.records.created(structure, holder).orElseGet(() -> structure.zero(surroundings));
    }

    /** A helper that gives nothing and may throw, but does not here. */
    private void guard() {
        surroundings.found.add(Syntax.THROW_IN_HELPER);
        number++;
        String name = "check" + number;
        Symbol p = new Symbol("p", "double", true, Term.LIMIT, Optional.empty());
        surroundings.helpers.add(new Helper(name, "void", List.of(p), -1, Optional.empty(), 1, false));
        here.append("private static void ")
                .append(name)
                .append("(double p) {\nif (!(p < 1e6)) {\n")
                .append("throw new IllegalArgumentException(\"too large: \" + p);\n}\n}\n\n");
    }

    /** A helper that calls itself, or two that call each other. */
    private void recursive(boolean mutual) {
        surroundings.found.add(mutual ? Syntax.HELPER_MUTUALLY_RECURSIVE : Syntax.HELPER_RECURSIVE);
        MethodWriter first = surroundings.method();
        MethodWriter second = surroundings.method();
        number++;
        String name = "recursive" + number;
        String result = chance(80) ? "double" : "void";
        boolean stores = chance(50);
        List<Symbol> parameters = recursiveParameters(first.scope, stores);
        List<Symbol> same = List.copyOf(parameters);
        Helper self = new Helper(name, result, parameters, 0, Optional.empty(), 1, true);
        Helper partner = new Helper(name + "b", result, same, 0, Optional.empty(), 1, true);
        same.forEach(parameter -> second.scope.take(parameter));
        int cost = deeper(first, self, mutual ? partner : self);
        if (mutual) {
            cost = Math.max(cost, deeper(second, partner, self));
        }
        surroundings.helpers.add(new Helper(name, result, parameters, 0, Optional.empty(), 4 * cost, true));
    }

    private List<Symbol> recursiveParameters(Scope scope, boolean stores) {
        List<Symbol> parameters = new ArrayList<>();
        parameters.add(scope.show(new Symbol("depth", "int", false, 0, Optional.empty())));
        add(parameters, scope, "p", "double", 1 + surroundings.random.nextInt(2));
        add(parameters, scope, "u", "double[]", stores ? 1 : surroundings.random.nextInt(2));
        add(parameters, scope, "k", "int", surroundings.random.nextInt(2));
        return parameters;
    }

    private int deeper(MethodWriter method, Helper helper, Helper called) {
        method.calls.recurse(called);
        method.jumps.leaveBy(() -> leaving(method, helper.result(), Optional.empty()), true);
        StringBuilder text = new StringBuilder();
        text.append(declaration("private static ", helper.result(), helper.call(), helper.parameters()));
        text.append("if (depth <= 0) {\n" + leaving(method, helper.result(), Optional.empty()) + "}\n");
        body(method, 2 + surroundings.random.nextInt(4));
        text.append(method.statements.taken());
        boolean isVoid = helper.result().equals("void");
        if (isVoid) {
            method.calls
                    .recursion(Term.primary("depth - 1", 0))
                    .ifPresent(call -> text.append(call.text()).append(";\n"));
        }
        body(method, surroundings.random.nextInt(3));
        text.append(method.statements.taken());
        // Written after the locals that it must not name again.
        Optional<Term> call = isVoid ? Optional.empty() : method.calls.recursion(Term.primary("depth - 1", 0));
        if (call.isPresent()) {
            Term more = call.get().times(0.4);
            Term other = chance(25)
                    ? method.calls
                            .recursion(Term.primary("depth - 2", 0))
                            .orElseGet(method.reals::leaf)
                            .times(0.3)
                    : method.reals.within(1, 1);
            text.append("return ")
                    .append((chance(50) ? more.plus(other) : other.plus(more)).text())
                    .append(";\n");
        } else if (!isVoid) {
            text.append(leaving(method, helper.result(), Optional.empty()));
        }
        here.append(text).append("}\n\n");
        return method.scope.cost() + 2;
    }
}
