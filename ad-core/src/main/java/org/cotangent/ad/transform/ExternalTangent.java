package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External.Access;
import org.cotangent.ad.ir.External.Parameter;
import org.cotangent.ad.ir.Statement;

/**
 * The tangent of a call of an external routine: the call, then the rules that give the tangents of
 * its outputs. Without a tangent rule the partial derivatives do; without those, for a real result,
 * the adjoint rule does, whose adjoints are the gradient: one call of it.
 */
final class ExternalTangent {

    private final ExternalCall call;
    private final Shadows dots;
    private final Names names;
    private final Elements elements;
    private final List<Statement> out = new ArrayList<>();
    private final Map<Parameter, Variable> zeros = new HashMap<>();
    private final Map<Parameter, Variable> before = new HashMap<>();

    private ExternalTangent(ExternalCall call, Shadows dots, Names names) {
        this.call = call;
        this.dots = dots;
        this.names = names;
        this.elements = new Elements(names);
    }

    static List<Statement> of(ExternalCall call, Shadows dots, Names names) {
        ExternalTangent tangent = new ExternalTangent(call, dots, names);
        tangent.write();
        return tangent.out;
    }

    private void write() {
        boolean needed = !call.inputs().isEmpty()
                && (call.activeResult().isPresent() || !call.outputs().isEmpty());
        if (!needed) {
            out.add(call.statement());
            clear();
            return;
        }
        List<RuleCall> declared = call.tangents();
        List<RuleCall> adjoints = call.adjoints();
        boolean areArrays = !call.outputs().isEmpty() || resultIsArray();
        List<RuleCall> rules = declared.isEmpty() && areArrays ? call.turnedAdjoints() : declared;
        if (!rules.isEmpty()) {
            byTangents(chosen(call, rules));
            return;
        }
        out.add(call.statement());
        Optional<Map<Parameter, Expr>> partials = partials();
        if (partials.isPresent()) {
            byPartials(partials.get());
        } else if (!adjoints.isEmpty() && !areArrays) {
            byAdjoints(adjoints);
        } else {
            throw call.withoutTangent(
                    adjoints.isEmpty()
                            ? "it has no rule for its derivatives"
                            : "it has an adjoint rule only, which gives tangents of a real result, not of arrays",
                    "declare a tangent rule");
        }
        clear();
    }

    /** The tangents of what is active elsewhere but not by this call. */
    private void clear() {
        boolean active = !call.inputs().isEmpty();
        for (Parameter parameter : call.written()) {
            boolean stale = parameter.access() == Access.WRITE && !(active && parameter.isOutput());
            if (stale && call.isActive(parameter)) {
                out.addAll(elements.clear(dots.ofArray(call.argument(parameter))));
            }
        }
        if (!active) {
            call.activeResult().ifPresent(r -> {
                if (r.type().isArray()) {
                    out.addAll(elements.zerosLike(dots.of(r), r));
                } else {
                    out.add(new Statement.Assign(dots.of(r), Expr.constant(0.0)));
                }
            });
        }
    }

    private boolean resultIsArray() {
        return call.activeResult().filter(r -> r.type().isArray()).isPresent();
    }

    /** Which rule gives the tangent of which output. */
    record Givers(Map<Parameter, RuleCall> arrays, Optional<RuleCall> result) {
        Set<RuleCall> rules() {
            Set<RuleCall> rules = new LinkedHashSet<>(arrays.values());
            result.ifPresent(rules::add);
            return rules;
        }

        boolean isResult(RuleCall rule) {
            return result.filter(r -> r == rule).isPresent();
        }
    }

    /**
     * For each active output the first rule that gives its tangent along all active inputs. So a rule
     * that takes no tangents of what is not active may stand in front.
     */
    static Givers chosen(ExternalCall call, List<RuleCall> rules) {
        Map<Parameter, RuleCall> arrays = new LinkedHashMap<>();
        for (Parameter output : call.outputs()) {
            arrays.put(output, first(call, rules, output.name(), r -> r.takes(call.dot(output.name()))));
        }
        return new Givers(
                arrays,
                call.activeResult().map(r -> first(call, rules, call.resultName(), rule -> gives(call, rule, r))));
    }

    private static boolean gives(ExternalCall call, RuleCall rule, Variable result) {
        return result.type().isArray()
                ? rule.takes(call.dot(call.resultName())) || rule.arrayResult().isPresent()
                : rule.realResult(call.dot(call.resultName()), true).isPresent();
    }

    private static RuleCall first(ExternalCall call, List<RuleCall> rules, String output, Predicate<RuleCall> gives) {
        Predicate<RuleCall> fits =
                r -> gives.test(r) && call.inputs().stream().allMatch(input -> r.takes(call.dot(input.name())));
        RuleCall rule = rules.stream()
                .filter(fits)
                .findFirst()
                .or(() -> rules.stream().filter(gives).findFirst())
                .orElseThrow(() ->
                        call.withoutTangent("no tangent rule gives " + call.dot(output), "declare one that does"));
        for (Parameter input : call.inputs()) {
            if (!rule.takes(call.dot(input.name()))) {
                throw call.withoutTangent(
                        "its tangent rule " + rule.rule().name() + " takes no " + call.dot(input.name()),
                        "let it, or declare " + input.name() + " constant if nothing depends on it");
            }
        }
        return rule;
    }

    private void byTangents(Givers givers) {
        Set<RuleCall> rules = givers.rules();
        for (Parameter parameter : call.written()) {
            if (call.isBeforeTaken(parameter, List.copyOf(rules))) {
                Variable copy = names.variable(parameter.name() + "Before", parameter.type());
                before.put(parameter, copy);
                out.addAll(elements.zerosLike(copy, call.argument(parameter)));
                out.addAll(elements.copy(call.argument(parameter), copy));
            }
        }
        out.add(call.statement());
        for (RuleCall rule : rules) {
            Optional<Variable> array = call.activeResult().filter(r -> r.type().isArray());
            if (array.isPresent() && givers.isResult(rule) && rule.takes(call.dot(call.resultName()))) {
                out.addAll(elements.zerosLike(dots.of(array.get()), array.get()));
            }
            Statement.Call made = rule.to(name -> slot(name, rule, givers), r -> receiver(rule, r, givers));
            out.add(made);
        }
        clear();
    }

    private Variable receiver(RuleCall rule, Variable result, Givers givers) {
        Optional<Variable> active = call.activeResult().filter(r -> givers.isResult(rule));
        boolean wanted = result.type().isArray()
                ? active.filter(r -> r.type().isArray()).isPresent()
                : rule.realResult(call.dot(call.resultName()), true)
                                .filter(r -> r == result)
                                .isPresent()
                        && active.filter(r -> r.type().isReal()).isPresent();
        return wanted && active.isPresent() ? dots.of(active.get()) : names.variable(result.name(), result.type());
    }

    private Optional<Expr> slot(String name, RuleCall rule, Givers givers) {
        return call.value(name)
                .or(() -> call.before(name).map(before::get))
                .or(() -> call.ofDot(name).map(p -> dot(p, rule, givers)))
                .or(() -> name.equals(call.dot(call.resultName()))
                        ? call.activeResult().filter(r -> r.type().isArray()).map(dots::of)
                        : Optional.empty());
    }

    private Expr dot(Parameter parameter, RuleCall rule, Givers givers) {
        Expr argument = call.argument(parameter);
        if (givers.arrays().containsKey(parameter) && givers.arrays().get(parameter) != rule) {
            throw call.withoutTangent(
                    "its tangent rules " + rule.rule().name() + " and "
                            + givers.arrays().get(parameter).rule().name() + " both give "
                            + call.dot(parameter.name()),
                    "let one give it");
        }
        if (!parameter.type().isArray()) {
            return dots.ofLeaf(argument);
        }
        return call.isActive(parameter) ? dots.ofArray(argument) : zero(parameter);
    }

    private Variable zero(Parameter parameter) {
        return zeros.computeIfAbsent(parameter, p -> {
            Variable zero = names.variable(p.name() + "Zero", p.type().shadow());
            out.addAll(elements.zerosLike(zero, call.argument(p)));
            return zero;
        });
    }

    /** The partial derivatives by all active inputs, computed, if all are declared. */
    private Optional<Map<Parameter, Expr>> partials() {
        boolean possible = call.outputs().isEmpty()
                && call.inputs().stream().allMatch(p -> call.partial(p).isPresent());
        if (!possible) {
            return Optional.empty();
        }
        Map<Parameter, Expr> partials = new LinkedHashMap<>();
        for (Parameter input : call.inputs()) {
            partials.put(input, partial(call, input, names, out));
        }
        return Optional.of(partials);
    }

    /** The partial derivative by a parameter, computed by statements that are added. */
    static Variable partial(ExternalCall call, Parameter by, Names names, List<Statement> out) {
        RuleCall rule = call.partial(by).orElseThrow();
        Variable partial = names.variable(by.name() + "Partial", by.type());
        if (rule.rule().results().size() != 1) {
            throw call.withoutTangent(
                    "its partial rule " + rule.rule().name() + " has "
                            + rule.rule().results().size() + " results",
                    "let it have one");
        }
        out.add(rule.to(call::value, r -> partial));
        return partial;
    }

    private void byPartials(Map<Parameter, Expr> partials) {
        Expr sum = Expr.constant(0.0);
        for (Map.Entry<Parameter, Expr> entry : partials.entrySet()) {
            sum = Simplification.sum(
                    sum, Simplification.product(dots.ofLeaf(call.argument(entry.getKey())), entry.getValue()));
        }
        out.add(new Statement.Assign(dots.of(call.activeResult().orElseThrow()), sum));
    }

    /** The inner product of the direction with the gradient, which the adjoint rule gives for the seed 1. */
    private void byAdjoints(List<RuleCall> rules) {
        Map<Parameter, Variable> gradient = new HashMap<>();
        for (RuleCall rule :
                new LinkedHashSet<>(ExternalAdjoint.chosen(call, rules).values())) {
            out.add(rule.to(
                    name -> call.value(name)
                            .or(() -> name.equals(call.bar(call.resultName()))
                                    ? Optional.of(Expr.constant(1.0))
                                    : Optional.empty())
                            .or(() -> call.ofBar(name).map(p -> gradient(p, gradient))),
                    result -> real(rule, result, gradient)));
        }
        Variable dot = dots.of(call.activeResult().orElseThrow());
        out.add(new Statement.Assign(dot, Expr.constant(0.0)));
        for (Parameter input : call.inputs()) {
            Variable share = gradient.get(input);
            if (share != null && input.type().isArray()) {
                out.addAll(elements.addProducts(dots.ofArray(call.argument(input)), share, dot));
            } else if (share != null) {
                out.add(new Statement.Assign(
                        dot,
                        Simplification.sum(dot, Simplification.product(dots.ofLeaf(call.argument(input)), share))));
            }
        }
    }

    private Variable gradient(Parameter parameter, Map<Parameter, Variable> gradient) {
        Variable array =
                names.variable(parameter.name() + "Gradient", parameter.type().shadow());
        out.addAll(elements.zerosLike(array, call.argument(parameter)));
        gradient.put(parameter, array);
        return array;
    }

    private Variable real(RuleCall rule, Variable result, Map<Parameter, Variable> gradient) {
        Variable share = names.variable(result.name(), result.type());
        for (Parameter parameter : call.external().parameters()) {
            if (parameter.type().isReal()
                    && rule.realResult(call.bar(parameter.name()), call.hasOneReal())
                            .filter(r -> r == result)
                            .isPresent()) {
                gradient.putIfAbsent(parameter, share);
            }
        }
        return share;
    }
}
