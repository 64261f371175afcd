package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Lengths of arrays that are the same whenever a procedure looks at them, and loops that therefore
 * assign every element of an array.
 *
 * <p>A value is told by an expression of the parameters: registers that are always assigned the same
 * such expression, before they are read, stand for it.
 */
final class Extents {

    /** Expressions that are nested deeper are not looked into. */
    private static final int MAX_DEPTH = 32;

    private final Procedure procedure;
    private final Aliases aliases;
    private final Map<Variable, List<Definition>> definitions = new HashMap<>();
    private final Map<Object, Set<Object>> members = new HashMap<>();
    private final Set<Object> rowsStored = new HashSet<>();
    private final Set<Variable> exposed;
    private final Map<Expr, Optional<Expr>> known = new HashMap<>();

    /** What a register is assigned: a value, a new array of a length, or something else. */
    private record Definition(Optional<Expr> value, Optional<Expr> length) {}

    private Extents(Procedure procedure, Aliases aliases) {
        this.procedure = procedure;
        this.aliases = aliases;
        this.exposed = Exposure.of(procedure.body());
        procedure.parameters().forEach(this::member);
        Walk.statements(procedure.body(), this::collect);
    }

    static Extents of(Procedure procedure, Aliases aliases) {
        return new Extents(procedure, aliases);
    }

    private void member(Variable variable) {
        if (variable.type().isArray()) {
            members.computeIfAbsent(aliases.classOf((Object) variable), c -> new HashSet<>())
                    .add(variable);
        }
    }

    private void collect(Statement statement) {
        Walk.assigned(statement, variable -> {
            // Lengths and ranges of loops are never real, and most registers of long programs are.
            if (!variable.type().isReal()) {
                member(variable);
                definitions.computeIfAbsent(variable, v -> new ArrayList<>()).add(definition(statement));
            }
        });
        if (statement instanceof Statement.Store store && store.value().type().isArray()) {
            rowsStored.add(aliases.classOf(store.array()));
        } else if (statement instanceof Statement.Save save
                && save.site().type().isArray()) {
            members.computeIfAbsent(aliases.classOf(save.site()), c -> new HashSet<>())
                    .add(save.site());
        } else if (statement instanceof Statement.Restore restore
                && restore.site().type().isArray()) {
            members.computeIfAbsent(aliases.classOf(restore.site()), c -> new HashSet<>())
                    .add(restore.site());
        } else if (statement instanceof Statement.Call call) {
            // A callee may put other rows into a matrix, and keep arrays that it is given.
            call.arguments().stream()
                    .filter(argument -> argument.type().isArray())
                    .forEach(argument -> {
                        rowsStored.add(aliases.classOf(argument));
                        members.computeIfAbsent(aliases.classOf(argument), c -> new HashSet<>())
                                .add(call);
                    });
        }
    }

    private static Definition definition(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            return new Definition(Optional.of(assign.value()), Optional.empty());
        }
        if (statement instanceof Statement.Allocate allocate) {
            return new Definition(
                    Optional.empty(), Optional.of(allocate.lengths().get(0)));
        }
        return new Definition(Optional.empty(), Optional.empty());
    }

    /** Whether an array is the only one of its class of memory: no other register, tape or callee knows it. */
    boolean isAlone(Variable array) {
        return references(array).equals(Set.of(array));
    }

    /** Whatever refers to the memory of an array: registers, tapes, calls that receive it. */
    Set<Object> references(Variable array) {
        return members.getOrDefault(aliases.classOf((Object) array), Set.of());
    }

    /** Whether an array is made in one place, outside of loops and branches. */
    boolean isMadeOnce(Variable array) {
        return definitions.getOrDefault(array, List.of()).size() == 1
                && procedure.body().statements().stream()
                        .anyMatch(s -> s instanceof Statement.Allocate allocate && allocate.target() == array);
    }

    /** The length of an array if it is a number that does not change. */
    OptionalInt fixedLength(Variable array) {
        return told(array.length(), 0)
                .filter(Constant.class::isInstance)
                .map(length -> OptionalInt.of((int) ((Constant) length).integer()))
                .orElse(OptionalInt.empty());
    }

    /** The arrays of which a loop assigns every element, in each turn one. */
    Set<Variable> overwritten(Statement.For loop) {
        Set<Variable> arrays = new HashSet<>();
        for (Statement statement : loop.body().statements()) {
            if (statement instanceof Statement.Store store
                    && store.index() == loop.counter()
                    && store.array() instanceof Variable array
                    && isAlone(array)
                    && covers(loop, array)) {
                arrays.add(array);
            }
        }
        return arrays.isEmpty() || jumps(loop) ? Set.of() : arrays;
    }

    private static boolean jumps(Statement.For loop) {
        boolean[] found = {false};
        Walk.statements(loop.body(), s -> found[0] |= Completion.isJump(s));
        return found[0];
    }

    private boolean covers(Statement.For loop, Variable array) {
        Optional<Expr> length = told(array.length(), 0);
        Optional<Expr> from = told(loop.from(), 0);
        Optional<Expr> to = told(loop.to(), 0);
        if (length.isEmpty()) {
            return false;
        }
        return switch (loop.step()) {
            case 1 -> from.equals(Optional.of(Expr.constant(0))) && to.equals(length);
            case -1 -> from.equals(length.map(n -> n.minus(1))) && to.equals(Optional.of(Expr.constant(-1)));
            default -> false;
        };
    }

    /** The value of an int expression in terms of the parameters, if it is always the same. */
    private Optional<Expr> told(Expr expression, int depth) {
        Optional<Expr> found = known.get(expression);
        if (found == null) {
            // What depends on itself is not told.
            known.put(expression, Optional.empty());
            found = depth > MAX_DEPTH ? Optional.empty() : find(expression, depth);
            known.put(expression, found);
        }
        return found;
    }

    private Optional<Expr> find(Expr expression, int depth) {
        if (expression instanceof Constant) {
            return Optional.of(expression);
        }
        if (expression instanceof Variable variable) {
            return register(variable, depth);
        }
        if (expression instanceof Length length) {
            return length.array() instanceof Variable array ? length(array, depth) : ofRow(length, depth);
        }
        return expression instanceof Apply apply ? sum(apply, depth) : Optional.empty();
    }

    private Optional<Expr> sum(Apply apply, int depth) {
        if (apply.op() != Op.INT_ADD && apply.op() != Op.INT_SUBTRACT && apply.op() != Op.INT_MULTIPLY) {
            return Optional.empty();
        }
        Optional<Expr> first = told(apply.operand(0), depth + 1);
        Optional<Expr> second = told(apply.operand(1), depth + 1);
        return first.isPresent() && second.isPresent()
                ? Optional.of(Expr.apply(apply.op(), first.get(), second.get()))
                : Optional.empty();
    }

    private boolean isGiven(Variable variable) {
        return procedure.parameters().contains(variable) && !definitions.containsKey(variable);
    }

    private Optional<Expr> register(Variable variable, int depth) {
        if (isGiven(variable)) {
            return Optional.of(variable);
        }
        return same(variable, d -> d.value().flatMap(value -> told(value, depth + 1)));
    }

    private Optional<Expr> length(Variable array, int depth) {
        if (isGiven(array)) {
            return Optional.of(array.length());
        }
        return same(
                array,
                d -> d.length().or(() -> d.value().map(Expr::length)).flatMap(length -> told(length, depth + 1)));
    }

    /** What all definitions of a register agree on. */
    private Optional<Expr> same(Variable variable, java.util.function.Function<Definition, Optional<Expr>> value) {
        List<Definition> all = definitions.getOrDefault(variable, List.of());
        if (all.isEmpty()
                || exposed.contains(variable)
                || procedure.parameters().contains(variable)) {
            return Optional.empty();
        }
        Optional<Expr> first = value.apply(all.get(0));
        boolean agree =
                all.stream().allMatch(definition -> value.apply(definition).equals(first));
        return agree ? first : Optional.empty();
    }

    /** The length of a row of a matrix that is given and keeps its rows. */
    private Optional<Expr> ofRow(Length length, int depth) {
        if (length.array() instanceof Load load
                && load.array() instanceof Variable matrix
                && isGiven(matrix)
                && !rowsStored.contains(aliases.classOf((Object) matrix))) {
            return told(load.index(), depth + 1).map(index -> matrix.at(index).length());
        }
        return Optional.empty();
    }
}
