package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final Taped taped;

    /**
     * What reference tapes have to do with it.
     *
     * @param parameters whose memory they may hold when the call is over
     * @param results whose memory they may hold
     * @param isWritten whether it stores into memory that they hold
     */
    private record Taped(Set<Integer> parameters, Set<Integer> results, boolean isWritten) {
        static final Taped NOTHING = new Taped(Set.of(), Set.of(), false);
    }

    private Effects(
            List<Integer> parameterClasses,
            List<Integer> resultClasses,
            Set<Integer> written,
            Optional<Set<Integer>> overwritten,
            boolean impure,
            boolean taping,
            boolean throwing,
            Taped taped) {
        this.parameterClasses = parameterClasses;
        this.resultClasses = resultClasses;
        this.written = written;
        this.overwritten = overwritten;
        this.impure = impure;
        this.taping = taping;
        this.throwing = throwing;
        this.taped = taped;
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

    /** The array variables of a caller whose memory reference tapes may hold after a call. */
    List<Variable> taped(Statement.Call call) {
        List<Variable> held = new ArrayList<>();
        taped.parameters().forEach(i -> held.add(Reads.base(call.arguments().get(i))));
        taped.results().forEach(i -> held.add(call.results().get(i)));
        return held;
    }

    /** Whether it may throw by a statement. */
    boolean mayThrow() {
        return throwing;
    }

    /** Any effect that the types allow. */
    static Effects worst(Procedure procedure) {
        Set<Integer> written = arrays(procedure.parameters());
        return new Effects(
                procedure.parameters().stream()
                        .map(p -> p.type().kind().ordinal())
                        .toList(),
                procedure.results().stream().map(r -> r.type().kind().ordinal()).toList(),
                written,
                Optional.empty(),
                true,
                true,
                true,
                new Taped(written, arrays(procedure.results()), true));
    }

    private static Set<Integer> arrays(List<Variable> variables) {
        return IntStream.range(0, variables.size())
                .filter(i -> variables.get(i).type().isArray())
                .boxed()
                .collect(Collectors.toSet());
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
                false,
                Taped.NOTHING);
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
                stored.addAll(storedBy(call, memory, aliases));
                impure[0] |= memory.of(call.callee()).isImpure();
                taping[0] |= memory.of(call.callee()).isTaping();
                throwing[0] |= memory.of(call.callee()).mayThrow();
            } else if (statement instanceof Statement.Save || statement instanceof Statement.Restore) {
                taping[0] = true;
            } else if (statement instanceof Statement.Throw) {
                throwing[0] = true;
            }
        });
        Set<Integer> written = among(stored, procedure.parameters(), aliases);
        Set<Object> held = held(procedure, memory, aliases);
        Taped taped = new Taped(
                among(held, procedure.parameters(), aliases),
                among(held, procedure.results(), aliases),
                held.stream().anyMatch(stored::contains));
        // What one call passes twice, another does not: callers join only what the procedure itself joins.
        Aliases apart = Aliases.apart(procedure, memory);
        return new Effects(
                classes(procedure.parameters(), apart, numbers),
                classes(procedure.results(), apart, numbers),
                written,
                Optional.empty(),
                impure[0],
                taping[0],
                throwing[0],
                taped);
    }

    /** The classes of memory that reference tapes hold. */
    private static Set<Object> held(Procedure procedure, Memory memory, Aliases aliases) {
        Set<Object> held = new HashSet<>();
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Save save && save.site().type().isArray()) {
                held.add(aliases.classOf(save.site()));
            } else if (statement instanceof Statement.Restore restore
                    && restore.site().type().isArray()) {
                held.add(aliases.classOf(restore.site()));
            } else if (statement instanceof Statement.Call call) {
                memory.of(call.callee()).taped(call).forEach(variable -> held.add(aliases.classOf((Object) variable)));
            }
        });
        return held;
    }

    /** Which variables have memory of some classes. */
    private static Set<Integer> among(Set<Object> classes, List<Variable> variables, Aliases aliases) {
        return arrays(variables).stream()
                .filter(i -> classes.contains(aliases.classOf((Object) variables.get(i))))
                .collect(Collectors.toSet());
    }

    /** The alias classes, in the caller, of arrays that a call stores into, be it by way of a tape. */
    static Set<Object> storedBy(Statement.Call call, Memory memory, Aliases aliases) {
        Effects effects = memory.of(call.callee());
        Set<Object> stored = new HashSet<>();
        if (effects.taped.isWritten()) {
            memory.taped().forEach(variable -> stored.add(aliases.classOf((Object) variable)));
        }
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
