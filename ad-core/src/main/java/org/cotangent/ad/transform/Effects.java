package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
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
    private final boolean taping;
    private final boolean throwing;

    private Effects(
            List<Integer> parameterClasses,
            List<Integer> resultClasses,
            Set<Integer> written,
            boolean taping,
            boolean throwing) {
        this.parameterClasses = parameterClasses;
        this.resultClasses = resultClasses;
        this.written = written;
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
                true,
                true);
    }

    static Effects compute(Procedure procedure, Memory memory) {
        Aliases aliases = Aliases.of(procedure, memory);
        Map<Object, Integer> numbers = new HashMap<>();
        Set<Object> stored = new HashSet<>();
        boolean[] taping = {false};
        boolean[] throwing = {false};
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Store store) {
                stored.add(aliases.classOf(store.array()));
            } else if (statement instanceof Statement.Call call) {
                stored.addAll(storedBy(call, memory.of(call.procedure()), aliases));
                taping[0] |= memory.of(call.procedure()).isTaping();
                throwing[0] |= memory.of(call.procedure()).mayThrow();
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
        return new Effects(
                classes(procedure.parameters(), aliases, numbers),
                classes(procedure.results(), aliases, numbers),
                written,
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
