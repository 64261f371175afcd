package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the method that is differentiated, and chooses what it is given. */
final class EntryWriter {

    private record Declared(Symbol symbol, Object value) {}

    private final Surroundings surroundings;
    private final MethodWriter method;
    private final List<Declared> declared = new ArrayList<>();
    private final List<Symbol> active = new ArrayList<>();
    private final Program.Result result;
    private final int count;
    private Optional<Symbol> output = Optional.empty();

    EntryWriter(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.method = surroundings.method();
        int choice = surroundings.random.nextInt(100);
        this.result = choice < 80
                ? Program.Result.SCALAR
                : choice < 90 ? Program.Result.RETURNED_VECTOR : Program.Result.WRITTEN_VECTOR;
        // Jacobians are filled by rows where there are fewer values than variables, by columns else.
        this.count = surroundings.columns + (chance(40) ? 6 + surroundings.random.nextInt(12) : 0);
    }

    private boolean chance(int percent) {
        return surroundings.random.nextInt(100) < percent;
    }

    Program.Result result() {
        return result;
    }

    List<Program.Parameter> parameters() {
        List<Program.Parameter> parameters = new ArrayList<>();
        for (Declared each : declared) {
            boolean isOutput = output.filter(each.symbol()::equals).isPresent();
            Program.Use use = active.contains(each.symbol())
                    ? Program.Use.ACTIVE
                    : isOutput ? Program.Use.OUTPUT : Program.Use.DATA;
            parameters.add(new Program.Parameter(each.symbol().name, each.symbol().type, use, each.value()));
        }
        return parameters;
    }

    String write() {
        declareParameters();
        chooseActive();
        protectData();
        declareOutput();
        String body = result == Program.Result.SCALAR ? scalar() : vector();
        String access = chance(50) ? "static " : "public static ";
        String type = switch (result) {
            case SCALAR -> "double";
            case RETURNED_VECTOR -> "double[]";
            case WRITTEN_VECTOR -> "void";
        };
        List<Symbol> symbols = declared.stream().map(Declared::symbol).toList();
        return annotation() + HelperWriter.declaration(access, type, Program.METHOD, symbols) + body + "}\n\n";
    }

    private String annotation() {
        List<String> elements = new ArrayList<>();
        long candidates = declared.stream()
                .filter(d -> carries(d.symbol().type)
                        && !output.filter(d.symbol()::equals).isPresent())
                .count();
        if (candidates > 1 || chance(50)) {
            elements.add("wrt = " + names(active));
        } else {
            surroundings.found.add(Syntax.ONE_ACTIVE_UNNAMED);
        }
        if (output.isPresent()) {
            elements.add("outputs = " + names(List.of(output.get())));
        }
        return "@Differentiable" + (elements.isEmpty() ? "" : "(" + String.join(", ", elements) + ")") + "\n";
    }

    private static String names(List<Symbol> symbols) {
        String list = symbols.stream().map(s -> "\"" + s.name + "\"").collect(Collectors.joining(", "));
        return symbols.size() == 1 ? list : "{" + list + "}";
    }

    private void declareParameters() {
        parameter("a", "double", 70);
        parameter("b", "double", 40);
        parameter("x", "double[]", 80);
        parameter("z", "double[]", 40);
        parameter("m", "double[][]", 40);
        parameter("cube", "double[][][]", 12);
        for (Structure structure : surroundings.structures) {
            parameter(structure.name().toLowerCase(java.util.Locale.ROOT), structure.name(), 40);
        }
        if (declared.isEmpty()) {
            parameter("c", "double", 100);
        }
        parameter("q", "float[]", 12);
        parameter("r", "float", 8);
        parameter("n", "int", 40);
        parameter("big", "long", 10);
        parameter("order", "int[]", 15);
        parameter("flag", "boolean", 15);
        parameter("mask", "boolean[]", 8);
    }

    private void parameter(String name, String type, int percent) {
        if (!chance(percent)) {
            return;
        }
        boolean readOnly = type.endsWith("[]") && !type.startsWith("double");
        boolean frozen = name.equals("n") || readOnly || chance(20);
        Symbol symbol = new Symbol(method.scope.freshName(name), type, !frozen, Term.LIMIT, Optional.empty());
        method.scope.show(symbol.asParameter());
        int columns = surroundings.columns + surroundings.random.nextInt(2);
        declared.add(new Declared(symbol, Values.random(type, surroundings, surroundings.rows, columns)));
        if (surroundings.structure(type).isPresent()) {
            surroundings.found.add(Syntax.RECORD_PARAMETER);
        }
    }

    private boolean carries(String type) {
        return type.startsWith("double")
                || type.startsWith("float")
                || surroundings.structure(type).isPresent();
    }

    private void chooseActive() {
        List<Symbol> candidates = new ArrayList<>();
        declared.stream()
                .map(Declared::symbol)
                .filter(s -> carries(s.type) && !s.type.startsWith("float"))
                .forEach(candidates::add);
        Symbol certain = candidates.get(surroundings.random.nextInt(candidates.size()));
        declared.stream()
                .map(Declared::symbol)
                .filter(s -> s.type.startsWith("float"))
                .forEach(candidates::add);
        for (Symbol candidate : candidates) {
            if (candidate == certain || chance(65)) {
                active.add(candidate);
            } else {
                surroundings.found.add(Syntax.INACTIVE_DATA);
            }
            if (active.contains(candidate) && candidate.type.startsWith("float")) {
                surroundings.found.add(Syntax.FLOAT_ACTIVE);
            }
        }
    }

    /** Other arrays than of doubles may be written by scalar functions, if they are differentiated by. */
    private void protectData() {
        declared.stream()
                .map(Declared::symbol)
                .filter(s -> s.type.endsWith("[]") && !s.type.startsWith("double"))
                .filter(s -> result != Program.Result.SCALAR || !active.contains(s))
                .forEach(Symbol::readOnly);
    }

    /** It is not shown to statements, so that none reads it. */
    private void declareOutput() {
        if (result == Program.Result.WRITTEN_VECTOR) {
            Symbol out = new Symbol("out", "double[]", false, Term.LIMIT, Optional.empty());
            output = Optional.of(out);
            declared.add(new Declared(out, new double[count]));
        }
    }

    private String seenInput() {
        Symbol first = active.get(0);
        Term input = first.term();
        if (surroundings.structure(first.type).isPresent()) {
            Optional<Structure> structure = surroundings.structure(first.type);
            input = seenComponent(structure.orElseThrow(), first.term());
        }
        String type = first.type;
        while (type.endsWith("[]")) {
            input = input.at(Term.of(0));
            type = type.substring(0, type.length() - 2);
        }
        return input.times(input).times(0.3).plus(input).text();
    }

    private Term seenComponent(Structure structure, Term record) {
        for (Structure.Component component : structure.components()) {
            if (component.type().equals("double")) {
                return Term.variable(record.text() + "." + component.name() + "()");
            }
        }
        throw new IllegalStateException("no real component in " + structure);
    }

    /** Often final, so that few methods are constant in the end. */
    private Symbol declaredSum() {
        return chance(50) ? method.scope.declare("y", "double") : method.scope.declareFinal("y", "double");
    }

    private String scalar() {
        Symbol y = declaredSum();
        method.jumps.leaveBy(
                () -> "return " + y.term().plus(method.reals.limited(1)).text() + ";\n", false);
        method.statements.emit("double " + y.name + " = " + seenInput() + ";\n");
        fill();
        return method.statements.taken() + "return " + gathered(y) + ";\n";
    }

    private void fill() {
        for (int i = surroundings.random.nextInt(3); i >= 0; i--) {
            String value = method.reals.limited(1).text();
            Symbol s = method.scope.declare("s", "double");
            method.statements.emit("double " + s.name + " = " + value + ";\n");
        }
        method.statements.allow(10 + surroundings.random.nextInt(15));
        method.statements.fill(6 + surroundings.random.nextInt(9));
    }

    private String gathered(Symbol y) {
        Term sum = y.term().plus(method.reals.limited(1));
        List<Symbol> reals = method.scope.all("double");
        for (int i = 0; i < 3; i++) {
            Symbol real = method.scope.pick(reals);
            sum = sum.plus(real.term().times(Term.of(method.reals.constant())));
        }
        Optional<ArrayTerms.Part> row = method.arrays.row();
        return row.map(r -> r.term().at(Term.of(surroundings.random.nextInt(surroundings.columns))))
                .map(sum::plus)
                .orElse(sum)
                .text();
    }

    /** Values that are computed last, so that no jump leaves without them. */
    private String vector() {
        boolean returned = result == Program.Result.RETURNED_VECTOR;
        surroundings.found.add(returned ? Syntax.VECTOR_RETURNED : Syntax.VECTOR_OUTPUT);
        String first = seenInput();
        Symbol y = declaredSum();
        method.statements.emit("double " + y.name + " = " + first + ";\n");
        if (!returned) {
            // What is not set holds what its owner left there.
            method.statements.emit(
                    chance(50)
                            ? "Arrays.fill(out, 0.5);\n"
                            : "for (int e = 0; e < out.length; e++) {\nout[e] = 0;\n}\n");
        }
        String name = returned ? "values" : "out";
        method.jumps.leaveBy(() -> returned ? "return " + list(y) + ";\n" : "return;\n", false);
        fill();
        StringBuilder text = new StringBuilder(method.statements.taken());
        if (returned && chance(40)) {
            return text.append("return ").append(list(y)).append(";\n").toString();
        }
        if (returned) {
            text.append("double[] values = new double[" + count + "];\n");
        }
        for (int i = 0; i < surroundings.columns; i++) {
            if (chance(85)) {
                String operator = returned && chance(30) ? " += " : " = ";
                text.append(name + "[" + i + "]" + operator
                        + y.term().plus(method.reals.limited(2)).text() + ";\n");
            }
        }
        if (count > surroundings.columns) {
            text.append(others(name, y));
        }
        return text.append(returned ? "return values;\n" : "").toString();
    }

    /** The values after the first few. */
    private String others(String name, Symbol y) {
        Term e = Term.primary("e", 0);
        Term value = y.term().times(Term.of(0.1)).times(e).plus(method.reals.limited(2));
        return "for (int e = " + surroundings.columns + "; e < " + count + "; e++) {\n" + name + "[e] = " + value.text()
                + ";\n}\n";
    }

    private String list(Symbol y) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < surroundings.columns; i++) {
            elements.add(
                    i == 0
                            ? y.term().plus(method.reals.limited(1)).text()
                            : method.reals.limited(2).text());
        }
        return "new double[] {" + String.join(", ", elements) + "}";
    }
}
