package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/**
 * Makes the adjoint rule of a tangent rule, and the reverse. A rule is linear in the tangents or adjoints
 * that it takes, so its own adjoint by those is the rule of the other mode, at whatever values they have:
 * zeros are passed. Only rules that are procedures can be turned around.
 */
final class Transposition {

    private final Map<String, String> taken;
    private final Map<String, String> given;
    private final UnaryOperator<String> numbers;
    private final boolean overwrites;
    private final Names names;
    private final Elements elements;
    private final Map<String, Variable> parameters = new HashMap<>();
    private final List<Variable> ordered = new ArrayList<>();
    private final List<Variable> results = new ArrayList<>();
    private final List<Statement> body = new ArrayList<>();

    /**
     * @param taken names of what the rule is linear in, and what the turned rule gives for it
     * @param given names of arrays that the rule writes, and what the turned rule takes for them
     * @param numbers what the turned rule takes for a real result
     * @param overwrites whether the turned rule overwrites arrays, rather than adding to them
     */
    private Transposition(
            Names names,
            Map<String, String> taken,
            Map<String, String> given,
            UnaryOperator<String> numbers,
            boolean overwrites) {
        this.names = names;
        this.elements = new Elements(names);
        this.taken = taken;
        this.given = given;
        this.numbers = numbers;
        this.overwrites = overwrites;
    }

    /** The adjoint rule that a tangent rule makes, if it can be turned around. */
    static Optional<Rule> ofTangent(External external, Rule rule) {
        if (!(rule instanceof Rule.Body body) || !Turnable.tangent(external, body.program())) {
            return Optional.empty();
        }
        Map<String, String> taken = new HashMap<>();
        Map<String, String> given = new HashMap<>();
        for (External.Parameter parameter : external.parameters()) {
            (parameter.isInput() ? taken : given).put(external.dot(parameter.name()), external.bar(parameter.name()));
        }
        String result = external.results().isEmpty()
                ? "none"
                : external.results().get(0).name();
        given.put(external.dot(result), external.bar(result));
        Names names = Names.of(body.program());
        Transposition turned = new Transposition(names, taken, given, number -> external.bar(result), false);
        return Optional.of(turned.of(writing(body.program(), external.dot(result), names)));
    }

    /** The tangent rule that an adjoint rule makes, if it can be turned around. */
    static Optional<Rule> ofAdjoint(External external, Rule rule) {
        if (!(rule instanceof Rule.Body body) || !Turnable.adjoint(external, body.program())) {
            return Optional.empty();
        }
        Map<String, String> taken = new HashMap<>();
        Map<String, String> given = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        for (External.Parameter parameter : external.parameters()) {
            String bar = external.bar(parameter.name());
            (parameter.isInput() ? given : taken).put(bar, external.dot(parameter.name()));
            if (parameter.isInput() && parameter.type().isReal()) {
                numbers.put(bar, external.dot(parameter.name()));
            }
        }
        external.results().forEach(r -> taken.put(external.bar(r.name()), external.dot(r.name())));
        String only = numbers.size() == 1 ? numbers.values().iterator().next() : "";
        Names names = Names.of(body.program());
        Transposition turned =
                new Transposition(names, taken, given, number -> numbers.getOrDefault(number, only), true);
        return Optional.of(turned.of(body.program()));
    }

    /** A program that writes the array it would return to a parameter. */
    private static Program writing(Program program, String output, Names names) {
        Procedure entry = program.entry();
        Optional<Variable> array =
                entry.results().stream().filter(r -> r.type().isArray()).findFirst();
        if (array.isEmpty()) {
            return program;
        }
        Variable target = Variable.of(output, array.get().type());
        List<Variable> parameters = new ArrayList<>(entry.parameters());
        parameters.add(target);
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement.Call(
                entry.results(), new Callee.Internal(entry.name()), List.copyOf(entry.parameters())));
        statements.addAll(new Elements(names).copy(array.get(), target));
        Names procedures =
                new Names(program.procedures().stream().map(Procedure::name).toList());
        Procedure writing = new Procedure(
                procedures.fresh(entry.name() + "Written"), parameters, List.of(), Statement.Block.of(statements));
        return Program.of(writing, program.procedures());
    }

    private Rule of(Program program) {
        Procedure entry = program.entry();
        List<Variable> inputs = entry.parameters().stream()
                .filter(p -> taken.containsKey(p.name()))
                .toList();
        List<Variable> outputs = entry.parameters().stream()
                .filter(p -> given.containsKey(p.name()))
                .toList();
        Derivation adjoint = Adjoint.derive(Derivation.primal(program), inputs, outputs);
        List<Expr> arguments = new ArrayList<>();
        for (Derivation.Slot slot : adjoint.parameters()) {
            boolean isAdjoint = slot.role() == Derivation.Role.ADJOINT;
            arguments.add(argument(slot.of(), isAdjoint));
        }
        List<Variable> received = new ArrayList<>();
        for (Derivation.Slot slot : adjoint.results()) {
            boolean isAdjoint = slot.role() == Derivation.Role.ADJOINT;
            String name = isAdjoint ? taken.getOrDefault(slot.of().name(), "other") : "value";
            Variable register = Variable.of(name, slot.variable().type());
            received.add(register);
            if (isAdjoint) {
                results.add(register);
            }
        }
        Procedure made = adjoint.program().entry();
        body.add(new Statement.Call(received, new Callee.Internal(made.name()), arguments));
        Names procedures = new Names(
                adjoint.program().procedures().stream().map(Procedure::name).toList());
        Procedure turned =
                new Procedure(procedures.fresh(entry.name() + "Turned"), ordered, results, Statement.Block.of(body));
        return Rule.of(Program.of(turned, adjoint.program().procedures()));
    }

    /** What to pass for a variable of the rule, or for its adjoint. */
    private Expr argument(Variable of, boolean isAdjoint) {
        String name = of.name();
        if (taken.containsKey(name) && !of.type().isArray()) {
            return Expr.constant(0.0);
        }
        if (taken.containsKey(name)) {
            Variable array = parameter(taken.get(name), of);
            return isAdjoint ? array : zeros(of, array);
        }
        if (given.containsKey(name) && of.type().isArray()) {
            Variable array = parameter(given.get(name), of);
            Variable own = zeros(of, array);
            if (isAdjoint) {
                body.addAll(elements.copy(array, own));
            }
            return own;
        }
        return parameter(isAdjoint ? numbers.apply(name) : name, of);
    }

    private Variable zeros(Variable of, Variable shape) {
        Variable array = names.variable(of.name(), of.type());
        body.addAll(elements.zerosLike(array, shape));
        return array;
    }

    private Variable parameter(String name, Variable like) {
        Variable known = parameters.get(name);
        if (known == null) {
            known = Variable.of(name, like.type());
            parameters.put(name, known);
            ordered.add(known);
            if (overwrites && taken.containsValue(name)) {
                body.addAll(elements.clear(known));
            }
        }
        return known;
    }
}
