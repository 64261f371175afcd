package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * What a call can do to its caller's memory: which array parameters it stores into, which array
 * parameters and results may share memory afterwards, whether it keeps values on tapes.
 */
final class Effects {

    private final List<Integer> parameterClasses;
    private final List<Integer> resultClasses;
    private final Set<Integer> written;
    private final Optional<Set<Integer>> overwritten;
    private final boolean impure;
    private final boolean taping;
    private final boolean throwing;

    private Effects(
            List<Integer> parameterClasses,
            List<Integer> resultClasses,
            Set<Integer> written,
            Optional<Set<Integer>> overwritten,
            boolean impure,
            boolean taping,
            boolean throwing) {
        this.parameterClasses = parameterClasses;
        this.resultClasses = resultClasses;
        this.written = written;
        this.overwritten = overwritten;
        this.impure = impure;
        this.taping = taping;
        this.throwing = throwing;
    }

    int parameterClass(int index) {
        return parameterClasses.get(index);
    }

    int resultClass(int index) {
        return resultClasses.get(index);
    }

    boolean writes(int parameter) {
        return written.contains(parameter);
    }

    boolean writesMemory() {
        return !written.isEmpty();
    }

    /** Whether it may read what an array parameter holds. */
    boolean reads(int parameter) {
        return overwritten.isEmpty() || !overwritten.get().contains(parameter);
    }

    /** Whether all it does is to store into parameters and to give results. */
    boolean isRemovable() {
        return overwritten.isPresent() && !impure;
    }

    /** Whether it does what must be done once in each run. */
    boolean isImpure() {
        return impure;
    }

    /** Whether it saves or restores. */
    boolean isTaping() {
        return taping;
    }

    /** Whether it may throw by a statement. */
    boolean mayThrow() {
        return throwing;
    }

    /** Any effect that the types allow. */
    static Effects worst(Procedure procedure) {
        Set<Integer> written = new HashSet<>();
        for (int i = 0; i < procedure.parameters().size(); i++) {
            if (procedure.parameters().get(i).type().isArray()) {
                written.add(i);
            }
        }
        return new Effects(
                procedure.parameters().stream()
                        .map(p -> p.type().kind().ordinal())
                        .toList(),
                procedure.results().stream().map(r -> r.type().kind().ordinal()).toList(),
                written,
                Optional.empty(),
                true,
                true,
                true);
    }

    /** What an external routine is declared to do. */
    static Effects of(External external) {
        Set<Integer> overwritten = new HashSet<>();
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < external.parameters().size(); i++) {
            classes.add(i);
            if (external.parameters().get(i).access() == External.Access.WRITE) {
                overwritten.add(i);
            }
        }
        return new Effects(
                classes,
                List.of(classes.size()),
                Written.written(external),
                Optional.of(overwritten),
                !external.isPure(),
                false,
                false);
    }

    static Effects compute(Procedure procedure, Memory memory) {
        Aliases aliases = Aliases.of(procedure, memory);
        Map<Object, Integer> numbers = new HashMap<>();
        Set<Object> stored = new HashSet<>();
        boolean[] impure = {false};
        boolean[] taping = {false};
        boolean[] throwing = {false};
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Store store) {
                stored.add(aliases.classOf(store.array()));
            } else if (statement instanceof Statement.Call call) {
                stored.addAll(storedBy(call, memory.of(call.callee()), aliases));
                impure[0] |= memory.of(call.callee()).isImpure();
                taping[0] |= memory.of(call.callee()).isTaping();
                throwing[0] |= memory.of(call.callee()).mayThrow();
            } else if (statement instanceof Statement.Save || statement instanceof Statement.Restore) {
                taping[0] = true;
            } else if (statement instanceof Statement.Throw) {
                throwing[0] = true;
            }
        });
        Set<Integer> written = new HashSet<>();
        for (int i = 0; i < procedure.parameters().size(); i++) {
            Variable parameter = procedure.parameters().get(i);
            if (parameter.type().isArray() && stored.contains(aliases.classOf((Object) parameter))) {
                written.add(i);
            }
        }
        // What one call passes twice, another does not: callers join only what the procedure itself joins.
        Aliases apart = Aliases.apart(procedure, memory);
        return new Effects(
                classes(procedure.parameters(), apart, numbers),
                classes(procedure.results(), apart, numbers),
                written,
                Optional.empty(),
                impure[0],
                taping[0],
                throwing[0]);
    }

    /** The alias classes, in the caller, of arrays that a call stores into. */
    static Set<Object> storedBy(Statement.Call call, Effects effects, Aliases aliases) {
        Set<Object> stored = new HashSet<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            if (argument.type().isArray() && effects.writes(i)) {
                stored.add(aliases.classOf(argument));
            }
        }
        return stored;
    }

    private static List<Integer> classes(List<Variable> variables, Aliases aliases, Map<Object, Integer> numbers) {
        List<Integer> classes = new ArrayList<>();
        for (Variable variable : variables) {
            Object key = variable.type().isArray() ? aliases.classOf((Object) variable) : variable;
            classes.add(numbers.computeIfAbsent(key, absent -> numbers.size()));
        }
        return classes;
    }
}
