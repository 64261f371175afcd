package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External.Access;
import org.cotangent.ad.ir.External.Parameter;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * Both sweeps of a call of an external routine. Forward, copies of the arrays that it writes, and
 * the call; in reverse, the rules that give the adjoints of its inputs, then the arrays as they
 * were. Copies that nobody needs are deleted later, as all that is saved.
 *
 * <p>Without an adjoint rule the partial derivatives do; without those the tangent rule does: called
 * once for each active input where these are real, else turned around if it is a procedure.
 */
final class ExternalAdjoint {

    private final ExternalCall call;
    private final Shadows bars;
    private final Names names;
    private final Elements elements;
    private final Accumulation accumulation;
    private final Set<Variable> putBack;
    private final List<Statement> forward = new ArrayList<>();
    private final List<Statement> reverse = new ArrayList<>();
    private final Map<Parameter, Variable> before = new LinkedHashMap<>();
    private final Map<Parameter, Variable> fresh = new HashMap<>();
    private final Map<Parameter, Variable> zeros = new HashMap<>();
    private final Map<Parameter, Variable> shares = new LinkedHashMap<>();

    private ExternalAdjoint(
            ExternalCall call, Shadows bars, Names names, Accumulation accumulation, Set<Variable> putBack) {
        this.call = call;
        this.bars = bars;
        this.names = names;
        this.elements = new Elements(names);
        this.accumulation = accumulation;
        this.putBack = putBack;
    }

    /**
     * @param inLoop whether the call may run more than once before the reverse sweep comes to it
     * @param made arrays whose contents before the call nobody has seen
     * @param putBack registers whose stores put memory back; grows
     */
    static Sweep of(
            ExternalCall call,
            Shadows bars,
            Names names,
            Accumulation accumulation,
            boolean inLoop,
            Set<Variable> made,
            Set<Variable> putBack) {
        ExternalAdjoint adjoint = new ExternalAdjoint(call, bars, names, accumulation, putBack);
        List<Statement> recalled = adjoint.keep(inLoop, made);
        adjoint.forward.add(call.statement());
        adjoint.shadowResult();
        adjoint.propagate();
        adjoint.undo();
        return new Sweep(adjoint.forward, Sweep.concat(recalled, adjoint.reverse));
    }

    /** Copies arrays that the call writes; gives the statements that find the copies again. */
    private List<Statement> keep(boolean inLoop, Set<Variable> made) {
        List<Statement> recalled = new ArrayList<>();
        for (Parameter parameter : call.written()) {
            if (parameter.access() == Access.WRITE && made.contains(call.argument(parameter))) {
                continue;
            }
            Variable copy = names.variable(parameter.name() + "Before", parameter.type());
            before.put(parameter, copy);
            forward.addAll(elements.zerosLike(copy, call.argument(parameter)));
            forward.addAll(elements.copy(call.argument(parameter), copy));
            if (inLoop) {
                Site site = Site.of(copy.name(), copy.type());
                forward.add(new Statement.Save(site, copy));
                recalled.add(new Statement.Restore(site, copy));
            }
        }
        return recalled;
    }

    private void shadowResult() {
        call.activeResult()
                .filter(r -> r.type().isArray())
                .ifPresent(r -> forward.addAll(elements.zerosLike(bars.of(r), r)));
    }

    private void undo() {
        before.forEach(
                (parameter, copy) -> reverse.addAll(elements.copy(copy, call.argument(parameter), putBack::add)));
    }

    private void propagate() {
        boolean needed = !call.inputs().isEmpty()
                && (call.activeResult().isPresent() || !call.outputs().isEmpty());
        if (needed) {
            byRules();
        }
        for (Parameter parameter : call.written()) {
            if (parameter.access() == Access.WRITE && call.isActive(parameter)) {
                reverse.addAll(elements.clear(bars.ofArray(call.argument(parameter))));
            }
        }
        call.activeResult()
                .filter(r -> r.type().isReal())
                .ifPresent(r -> reverse.add(new Statement.Assign(bars.of(r), Expr.constant(0.0))));
        shares.forEach((parameter, share) -> reverse.addAll(accumulation.add(call.argument(parameter), share)));
    }

    private void byRules() {
        List<RuleCall> rules = call.adjoints();
        boolean reals = call.inputs().stream().allMatch(p -> p.type().isReal());
        if (!rules.isEmpty()) {
            byAdjoints(rules);
        } else if (call.outputs().isEmpty()
                && call.inputs().stream().allMatch(p -> call.partial(p).isPresent())) {
            byPartials();
        } else if (!call.tangents().isEmpty() && reals && !resultIsArray()) {
            byTangents();
        } else {
            byTurnedTangents();
        }
    }

    private boolean resultIsArray() {
        return call.activeResult().filter(r -> r.type().isArray()).isPresent();
    }

    private void byTurnedTangents() {
        List<RuleCall> turned = call.turnedTangents();
        if (turned.isEmpty()) {
            throw call.withoutAdjoint(lacking(), "declare an adjoint rule");
        }
        byAdjoints(turned);
    }

    private String lacking() {
        List<RuleCall> tangents = call.tangents();
        if (tangents.isEmpty()) {
            return "it has no rule for its derivatives";
        }
        return tangents.stream().anyMatch(r -> r.rule() instanceof Rule.Body)
                ? "it has a tangent rule only, from which no adjoint rule can be made, as it calls the routine itself"
                        + " along a tangent, or takes none"
                : "it has a tangent rule only, which would have to be called once for each element of an array";
    }

    /**
     * For each active input a rule that gives its adjoint: the first that gives those of all, or else
     * the first that gives it. So a rule that leaves out what is not asked for may stand in front.
     */
    static Map<Parameter, RuleCall> chosen(ExternalCall call, List<RuleCall> declared) {
        List<RuleCall> rules = declared.stream()
                .filter(r -> call.inputs().stream().allMatch(input -> gives(call, r, input)))
                .findFirst()
                .map(List::of)
                .orElse(declared);
        Map<Parameter, RuleCall> givers = new LinkedHashMap<>();
        for (Parameter input : call.inputs()) {
            givers.put(
                    input,
                    rules.stream()
                            .filter(r -> gives(call, r, input))
                            .findFirst()
                            .orElseThrow(() -> call.withoutAdjoint(
                                    "no adjoint rule gives " + call.bar(input.name()),
                                    "declare one that does, or declare " + input.name()
                                            + " constant if nothing depends on it")));
        }
        Set<RuleCall> chosen = new LinkedHashSet<>(givers.values());
        for (RuleCall rule : chosen) {
            for (String output : call.activeNames(call.outputs(), true)) {
                if (!rule.takes(call.bar(output))) {
                    throw call.withoutAdjoint(
                            "its adjoint rule " + rule.rule().name() + " takes no " + call.bar(output), "let it");
                }
            }
        }
        boolean updates = call.inputs().stream().anyMatch(p -> p.access() == Access.UPDATE);
        if (updates && chosen.size() > 1) {
            throw call.withoutAdjoint(
                    "it updates an array and has several adjoint rules, which would each see the adjoints that"
                            + " another has changed",
                    "declare one rule for all");
        }
        return givers;
    }

    private static boolean gives(ExternalCall call, RuleCall rule, Parameter input) {
        return input.type().isArray()
                ? rule.takes(call.bar(input.name()))
                : rule.realResult(call.bar(input.name()), call.hasOneReal()).isPresent();
    }

    private void byAdjoints(List<RuleCall> rules) {
        Map<Parameter, RuleCall> givers = chosen(call, rules);
        for (RuleCall rule : new LinkedHashSet<>(givers.values())) {
            fresh.clear();
            Statement.Call made = rule.to(name -> slot(rule, name, givers), result -> receiver(rule, result));
            reverse.add(made);
            fresh.forEach(
                    (parameter, array) -> reverse.addAll(elements.add(array, bars.ofArray(call.argument(parameter)))));
        }
    }

    private Optional<Expr> slot(RuleCall rule, String name, Map<Parameter, RuleCall> givers) {
        return call.value(name)
                .or(() -> call.before(name).map(before::get))
                .or(() -> resultBar(name))
                .or(() -> call.ofBar(name).map(p -> bar(rule, p, givers)));
    }

    private Optional<Expr> resultBar(String name) {
        if (!name.equals(call.bar(call.resultName()))) {
            return Optional.empty();
        }
        return Optional.of(call.activeResult()
                .<Expr>map(bars::of)
                .orElseGet(
                        () -> call.statement().results().get(0).type().isArray() ? noResultBar() : Expr.constant(0.0)));
    }

    private Variable noResultBar() {
        Variable result = call.statement().results().get(0);
        Variable zero = names.variable(result.name() + "Zero", result.type().shadow());
        reverse.addAll(elements.zerosLike(zero, result));
        return zero;
    }

    private Expr bar(RuleCall rule, Parameter parameter, Map<Parameter, RuleCall> givers) {
        Expr argument = call.argument(parameter);
        boolean isInput = parameter.access() != Access.WRITE;
        boolean given = !isInput || givers.get(parameter) == rule;
        if (!call.isActive(parameter) || !parameter.differentiable() || !given) {
            return scratch(parameter);
        }
        boolean added = parameter.access() == Access.READ
                && (rule.overwrites(call.bar(parameter.name())) || call.isShared(parameter));
        if (!added) {
            return bars.ofArray(argument);
        }
        Variable array =
                names.variable(parameter.name() + "Share", parameter.type().shadow());
        reverse.addAll(elements.zerosLike(array, argument));
        fresh.put(parameter, array);
        return array;
    }

    private Variable scratch(Parameter parameter) {
        return zeros.computeIfAbsent(parameter, p -> {
            Variable zero = names.variable(p.name() + "Zero", p.type().shadow());
            reverse.addAll(elements.zerosLike(zero, call.argument(p)));
            return zero;
        });
    }

    private Variable receiver(RuleCall rule, Variable result) {
        Variable share = names.variable(result.name(), result.type());
        for (Parameter input : call.inputs()) {
            boolean own = input.type().isReal()
                    && rule.realResult(call.bar(input.name()), call.hasOneReal())
                            .filter(r -> r == result)
                            .isPresent();
            if (own) {
                shares.putIfAbsent(input, share);
            }
        }
        return share;
    }

    private void byPartials() {
        Variable bar = bars.of(call.activeResult().orElseThrow());
        for (Parameter input : call.inputs()) {
            Variable partial = ExternalTangent.partial(call, input, names, reverse);
            Variable share = names.variable("share", Type.DOUBLE);
            reverse.add(new Statement.Assign(share, Simplification.product(bar, partial)));
            shares.put(input, share);
        }
    }

    /** The adjoints by one real input after the other: what the tangents along it weigh. */
    private void byTangents() {
        ExternalTangent.Givers givers = ExternalTangent.chosen(call, call.tangents());
        for (Parameter input : call.inputs()) {
            Variable share = names.variable("share", Type.DOUBLE);
            reverse.add(new Statement.Assign(share, Expr.constant(0.0)));
            Map<Parameter, Variable> tangents = new LinkedHashMap<>();
            for (RuleCall rule : givers.rules()) {
                Variable dot = names.variable(call.resultName() + "Along", Type.DOUBLE);
                tangents.clear();
                Statement.Call made = rule.to(
                        name -> call.value(name)
                                .or(() -> call.before(name).map(before::get))
                                .or(() -> call.ofDot(name)
                                        .map(p -> direction(
                                                p, input, givers.arrays().get(p) == rule, tangents))),
                        result -> rule.realResult(call.dot(call.resultName()), true)
                                        .filter(r -> r == result)
                                        .isPresent()
                                ? dot
                                : names.variable(result.name(), result.type()));
                reverse.add(made);
                tangents.forEach((output, array) ->
                        reverse.addAll(elements.addProducts(bars.ofArray(call.argument(output)), array, share)));
                call.activeResult()
                        .filter(r -> givers.isResult(rule))
                        .ifPresent(r -> reverse.add(new Statement.Assign(
                                share, Simplification.sum(share, Simplification.product(bars.of(r), dot)))));
            }
            shares.put(input, share);
        }
    }

    /** The tangent to pass for a parameter along one input. */
    private Expr direction(Parameter parameter, Parameter along, boolean wanted, Map<Parameter, Variable> tangents) {
        if (!parameter.type().isArray()) {
            return Expr.constant(parameter == along ? 1.0 : 0.0);
        }
        if (!parameter.isOutput() || !call.isActive(parameter) || !wanted) {
            return scratch(parameter);
        }
        Variable array =
                names.variable(parameter.name() + "Along", parameter.type().shadow());
        reverse.addAll(elements.zerosLike(array, call.argument(parameter)));
        tangents.put(parameter, array);
        return array;
    }
}
