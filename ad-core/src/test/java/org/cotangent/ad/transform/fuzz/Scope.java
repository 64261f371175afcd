package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/**
 * What a place in a random procedure may use: variables that are surely assigned there, loop
 * counters with their ranges, and which arrays may share memory.
 *
 * <p>Every array has at least {@link #rows} rows (if it is a matrix) and {@link #columns} columns,
 * so that indices below these are always safe.
 */
final class Scope {

    static final Type DOUBLES = Type.DOUBLES;
    static final Type MATRIX = Type.DOUBLES.array();
    static final Type FLOATS = new Type(Type.Kind.FLOAT, 1);

    /** A loop counter and the values it takes. */
    record Counter(Variable variable, int low, int high) {}

    final SplittableRandom random;
    final Set<Construct> constructs;
    final int rows;
    final int columns;
    private final List<Variable> visible = new ArrayList<>();
    private final Set<Variable> frozen = new HashSet<>();
    private final List<Counter> counters = new ArrayList<>();
    private final Map<Variable, Variable> parents = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    Scope(SplittableRandom random, Set<Construct> constructs, int rows, int columns) {
        this.random = random;
        this.constructs = constructs;
        this.rows = rows;
        this.columns = columns;
    }

    static Set<Construct> noConstructs() {
        return EnumSet.noneOf(Construct.class);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    void note(Construct construct) {
        constructs.add(construct);
    }

    /** A new name of the procedure. */
    String name(String wish) {
        int number = names.merge(wish, 1, Integer::sum);
        return number == 1 ? wish : wish + number;
    }

    Variable declare(String wish, Type type) {
        Variable variable = Variable.of(name(wish), type);
        visible.add(variable);
        return variable;
    }

    /** A variable that is read like others but never assigned. */
    Variable declareFrozen(String wish, Type type) {
        Variable variable = declare(wish, type);
        frozen.add(variable);
        return variable;
    }

    void show(Variable variable) {
        visible.add(variable);
    }

    void showFrozen(Variable variable) {
        visible.add(variable);
        frozen.add(variable);
    }

    /** Keeps statements from assigning a variable, until it is thawed. */
    void freeze(Variable variable) {
        frozen.add(variable);
    }

    void thaw(Variable variable) {
        frozen.remove(variable);
    }

    /** What became visible since the mark is visible no more. */
    void hide(int mark) {
        visible.subList(mark, visible.size()).clear();
    }

    int mark() {
        return visible.size();
    }

    /** Arrays that became visible since the mark are no longer surely assigned. */
    void forgetArrays(int mark) {
        visible.subList(mark, visible.size()).removeIf(v -> v.type().isArray());
    }

    List<Variable> all(Type type) {
        List<Variable> all = new ArrayList<>();
        for (Variable variable : visible) {
            if (variable.type().equals(type)) {
                all.add(variable);
            }
        }
        return all;
    }

    boolean has(Type type) {
        return visible.stream().anyMatch(v -> v.type().equals(type));
    }

    Optional<Variable> pick(Type type) {
        return any(all(type));
    }

    /** A variable that may be assigned. */
    Optional<Variable> target(Type type) {
        List<Variable> all = all(type);
        all.removeAll(frozen);
        return any(all);
    }

    boolean isFrozen(Variable variable) {
        return frozen.contains(variable);
    }

    <T> Optional<T> any(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    void push(Counter counter) {
        counters.add(counter);
    }

    void pop() {
        counters.remove(counters.size() - 1);
    }

    Optional<Counter> counter() {
        return any(counters);
    }

    /** A counter whose values are all indices below a length. */
    Optional<Counter> counterBelow(int length) {
        return any(
                counters.stream().filter(c -> c.low() >= 0 && c.high() < length).toList());
    }

    /** The representative of all arrays that may share memory with one. */
    Variable memory(Variable array) {
        Variable root = array;
        for (Variable next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        return root;
    }

    Variable memory(Expr array) {
        Expr base = array;
        while (base instanceof Load load) {
            base = load.array();
        }
        return memory((Variable) base);
    }

    void share(Variable a, Expr b) {
        Variable first = memory(a);
        Variable second = memory(b);
        if (first != second) {
            parents.put(first, second);
        }
    }
}
