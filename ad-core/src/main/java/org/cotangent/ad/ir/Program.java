package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Foreign;
import org.cotangent.ad.expr.Variable;

/**
 * An entry procedure with all procedures it calls, directly or not. Immutable. Graphs may call it, see
 * {@link org.cotangent.ad.expr.CustomFunction}.
 */
public final class Program implements Foreign {

    private final String entry;
    private final Map<String, Procedure> procedures;

    private Program(String entry, Map<String, Procedure> procedures) {
        this.entry = entry;
        this.procedures = procedures;
    }

    /** A program of one entry and the procedures it needs. */
    public static Program of(Procedure entry, Procedure... callees) {
        return of(entry, List.of(callees));
    }

    /**
     * A program of one entry and the procedures it needs.
     *
     * @throws IllegalArgumentException if two procedures have one name
     */
    public static Program of(Procedure entry, Collection<Procedure> callees) {
        Map<String, Procedure> byName = new LinkedHashMap<>();
        byName.put(entry.name(), entry);
        for (Procedure callee : callees) {
            Procedure other = byName.putIfAbsent(callee.name(), callee);
            if (other != null && other != callee) {
                throw new IllegalArgumentException(
                        "two procedures are named " + callee.name() + "; names must be unique in a program");
            }
        }
        return new Program(entry.name(), byName);
    }

    /**
     * The program under other names, for taking it into another.
     *
     * @param fresh gives the name for a procedure of a name
     */
    public Program renamed(UnaryOperator<String> fresh) {
        Map<String, String> names = new LinkedHashMap<>();
        procedures.keySet().forEach(name -> names.put(name, fresh.apply(name)));
        List<Procedure> others =
                callees().stream().map(p -> CallNames.replaced(p, names)).toList();
        return of(CallNames.replaced(entry(), names), others);
    }

    /**
     * The call that the entry consists of, with other arguments, if it is one call of external code: to be written in
     * place of a call of the entry.
     *
     * @param results registers that receive the results
     * @param arguments what a call of the entry would pass
     */
    public Optional<Statement.Call> single(List<Variable> results, List<Expr> arguments) {
        List<Statement> body = entry().body().statements();
        if (body.size() != 1
                || !(body.get(0) instanceof Statement.Call call)
                || !(call.callee() instanceof External)
                || !call.results().equals(entry().results())) {
            return Optional.empty();
        }
        List<Variable> parameters = entry().parameters();
        List<Expr> passed = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            int parameter = argument instanceof Variable ? parameters.indexOf(argument) : -1;
            if (parameter < 0 && !(argument instanceof Constant)) {
                return Optional.empty();
            }
            passed.add(parameter < 0 ? argument : arguments.get(parameter));
        }
        return Optional.of(new Statement.Call(results, call.callee(), passed));
    }

    /** The program with every procedure rewritten, names unchanged. */
    public Program map(UnaryOperator<Procedure> rewrite) {
        return of(rewrite.apply(entry()), callees().stream().map(rewrite).toList());
    }

    public Procedure entry() {
        return procedure(entry);
    }

    /** All procedures, the entry first. */
    public Collection<Procedure> procedures() {
        return java.util.Collections.unmodifiableCollection(procedures.values());
    }

    /** The procedures other than the entry. */
    public List<Procedure> callees() {
        return procedures.values().stream().filter(p -> !p.name().equals(entry)).toList();
    }

    /**
     * The procedure of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Procedure procedure(String name) {
        Procedure procedure = procedures.get(name);
        if (procedure == null) {
            throw new IllegalArgumentException(
                    "no procedure is named " + name + "; the program has " + procedures.keySet());
        }
        return procedure;
    }

    /** What a call passes, by type and name. */
    public List<Variable> parameters(Callee callee) {
        return callee instanceof External external
                ? external.parameters().stream()
                        .map(External.Parameter::variable)
                        .toList()
                : procedure(callee.name()).parameters();
    }

    /** What a call receives, by type and name. */
    public List<Variable> results(Callee callee) {
        return callee instanceof External external
                ? external.results()
                : procedure(callee.name()).results();
    }

    public boolean has(String name) {
        return procedures.containsKey(name);
    }

    @Override
    public String toString() {
        return procedures.values().stream().map(Procedure::toString).collect(Collectors.joining("\n"));
    }
}
