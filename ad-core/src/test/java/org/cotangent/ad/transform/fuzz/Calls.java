package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Random calls from one procedure. No two arrays of a call share memory unless nothing is stored. */
final class Calls {

    /** A call, and what it does besides giving results. */
    record Made(Statement.Call statement, boolean stores, int cost) {}

    private final Scope scope;
    private final List<Callee> callees;
    private final Set<Variable> parameters;
    private final boolean recursive;
    private final Set<String> called = new HashSet<>();

    Calls(Scope scope, List<Callee> callees, List<Variable> parameters, boolean recursive) {
        this.scope = scope;
        this.callees = callees;
        this.parameters = Set.copyOf(parameters);
        this.recursive = recursive;
    }

    boolean isParameter(Variable variable) {
        return parameters.contains(variable);
    }

    boolean isRecursive() {
        return recursive;
    }

    Optional<Made> random(Expressions expressions, int maxCost) {
        Optional<Callee> callee =
                scope.any(callees.stream().filter(c -> c.cost() <= maxCost).toList());
        return callee.flatMap(c -> of(c, expressions, Expr.constant(scope.random.nextInt(3))));
    }

    /** A call of one callee, if there are arrays for all of its parameters. */
    Optional<Made> of(Callee callee, Expressions expressions, Expr depth) {
        List<Expr> arguments = new ArrayList<>();
        Set<Variable> memories = new HashSet<>();
        boolean mayOverlap = !callee.stores()
                && callee.results().stream().noneMatch(r -> r.type().isArray());
        for (int i = 0; i < callee.parameters().size(); i++) {
            Type type = callee.parameters().get(i).type();
            Optional<Expr> argument = i == callee.depth()
                    ? Optional.of(depth)
                    : type.isArray()
                            ? array(type, expressions, mayOverlap ? Set.of() : memories)
                            : Optional.of(scalar(type, expressions));
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
            if (type.isArray()) {
                memories.add(scope.memory(argument.get()));
            }
        }
        note(callee);
        List<Variable> results = results(callee, arguments);
        shareMemory(callee, arguments, results);
        Statement.Call call = new Statement.Call(results, callee.called(), arguments);
        return Optional.of(new Made(call, callee.stores(), callee.cost()));
    }

    private static Expr scalar(Type type, Expressions expressions) {
        if (type.equals(Type.DOUBLE)) {
            return expressions.limited(1);
        }
        return type.equals(Type.INT) ? expressions.integer(1) : expressions.condition(0);
    }

    private Optional<Expr> array(Type type, Expressions expressions, Set<Variable> excluded) {
        for (int attempt = 0; attempt < 4; attempt++) {
            Optional<Expr> array = type.equals(Scope.DOUBLES)
                    ? expressions.row()
                    : scope.pick(type).map(v -> v);
            if (array.isPresent() && !excluded.contains(scope.memory(array.get()))) {
                return array;
            }
        }
        return Optional.empty();
    }

    private void note(Callee callee) {
        scope.note(Construct.CALL);
        if (callee.external().isPresent()) {
            scope.note(Construct.CALL_OF_JAVA);
        }
        if (!called.add(callee.signature().name())) {
            scope.note(Construct.CALL_SAME_TWICE);
        }
        if (callee.depth() >= 0) {
            scope.note(Construct.RECURSION);
        }
        if (callee.stores()) {
            scope.note(Construct.CALLEE_MUTATES);
        }
        if (callee.parameters().stream().anyMatch(p -> p.type().isArray())) {
            scope.note(Construct.CALL_WITH_ARRAY);
        }
        if (callee.results().size() > 1) {
            scope.note(Construct.CALL_WITH_SEVERAL_RESULTS);
        }
    }

    /** Receivers that differ from each other and from all that the arguments read. */
    private List<Variable> results(Callee callee, List<Expr> arguments) {
        Set<Variable> taken = new HashSet<>();
        arguments.forEach(a -> Expression.variables(a, taken));
        List<Variable> results = new ArrayList<>();
        for (Variable result : callee.results()) {
            Type type = result.type();
            if (type.isArray()) {
                scope.note(Construct.CALL_GIVING_ARRAY);
            }
            Optional<Variable> old = type.isArray() || scope.chance(50) ? Optional.empty() : scope.target(type);
            Variable receiver = old.filter(v -> !taken.contains(v)).orElseGet(() -> scope.declare("got", type));
            taken.add(receiver);
            results.add(receiver);
        }
        return results;
    }

    private void shareMemory(Callee callee, List<Expr> arguments, List<Variable> results) {
        Map<Variable, Expr> first = new HashMap<>();
        List<Expr> all = new ArrayList<>(arguments);
        all.addAll(results);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).type().isArray()) {
                Expr other = first.putIfAbsent(callee.groups().get(i), all.get(i));
                if (other != null) {
                    scope.share(base(all.get(i)), other);
                }
            }
        }
    }

    private static Variable base(Expr array) {
        Expr base = array;
        while (base instanceof Load load) {
            base = load.array();
        }
        return (Variable) base;
    }
}
