package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What a place in a random method may use: variables that are visible and surely assigned, names that
 * are free again, how often the place is run.
 *
 * <p>Every array has at least {@link #layers}, {@link #rows} and {@link #columns} elements along its
 * dimensions, the last of which are columns, so that indices below these are always safe.
 */
final class Scope {

    /** Statements executed by one run of a method, about, at most. */
    private static final int MAX_COST = 500;

    private static final int MAX_TURNS = 64;

    final SplittableRandom random;
    final Set<Syntax> found;
    final int layers = 2;
    final int rows;
    final int columns;
    private final List<Symbol> visible = new ArrayList<>();
    private final List<String> freed = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int turns = 1;
    private int cost;
    private int loops;
    private int quiet;

    Scope(SplittableRandom random, Set<Syntax> found, int rows, int columns) {
        this.random = random;
        this.found = found;
        this.rows = rows;
        this.columns = columns;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    void note(Syntax syntax) {
        found.add(syntax);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> Optional<T> any(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(pick(choices));
    }

    /** A name that nothing visible has; some were in use in blocks that have ended. */
    String name(String wish) {
        if (!freed.isEmpty() && chance(50)) {
            note(Syntax.NAME_REUSED);
            return freed.remove(random.nextInt(freed.size()));
        }
        return freshName(wish);
    }

    String freshName(String wish) {
        int number = names.merge(wish, 1, Integer::sum);
        return number == 1 ? wish : wish + number;
    }

    /** Declares a variable by a new name, as blocks within its initialiser may have used the others. */
    Symbol declare(String wish, String type) {
        return show(new Symbol(freshName(wish), type, true, Term.LIMIT, Optional.empty()));
    }

    Symbol declareFinal(String wish, String type) {
        return show(new Symbol(freshName(wish), type, false, Term.LIMIT, Optional.empty()));
    }

    Symbol declareCounter(String wish, String type, int low, int high) {
        return show(new Symbol(name(wish), type, false, Term.LIMIT, Optional.of(new Symbol.Range(low, high))));
    }

    /** Shows what another scope has named. */
    void take(Symbol symbol) {
        freshName(symbol.name.replaceAll("[0-9]+$", ""));
        show(symbol);
    }

    Symbol show(Symbol symbol) {
        visible.add(symbol);
        return symbol;
    }

    int mark() {
        return visible.size();
    }

    /** What became visible since the mark is visible no more; its names are free. */
    void hide(int mark) {
        hideKeepingNames(mark).forEach(symbol -> freed.add(symbol.name));
    }

    List<Symbol> hideKeepingNames(int mark) {
        List<Symbol> last = visible.subList(mark, visible.size());
        List<Symbol> hidden = new ArrayList<>(last);
        last.clear();
        return hidden;
    }

    void free(List<Symbol> symbols) {
        symbols.forEach(symbol -> freed.add(symbol.name));
    }

    List<Symbol> all(String type) {
        return visible.stream().filter(symbol -> symbol.type.equals(type)).toList();
    }

    boolean has(String type) {
        return visible.stream().anyMatch(symbol -> symbol.type.equals(type));
    }

    Optional<Symbol> pick(String type) {
        return any(all(type));
    }

    /** An array whose elements may be assigned. */
    Optional<Symbol> writable(String type) {
        return any(all(type).stream().filter(symbol -> !symbol.isReadOnly()).toList());
    }

    /** A variable that may be assigned. */
    Optional<Symbol> target(String type) {
        Optional<Symbol> target =
                any(all(type).stream().filter(Symbol::mayBeAssigned).toList());
        if (target.filter(Symbol::isParameter).isPresent()) {
            note(Syntax.PARAMETER_OVERWRITTEN);
        }
        return target;
    }

    Optional<Symbol> counter() {
        return any(visible.stream()
                .filter(symbol -> symbol.range.isPresent() && symbol.type.equals("int"))
                .toList());
    }

    Optional<Symbol> indexInto(String array) {
        return any(visible.stream().filter(symbol -> symbol.isIndexInto(array)).toList());
    }

    /** A counter whose values are all indices below a length. */
    Optional<Symbol> counterBelow(int length) {
        return any(visible.stream()
                .filter(symbol -> symbol.type.equals("int")
                        && symbol.range.filter(r -> r.isBelow(length)).isPresent())
                .toList());
    }

    /** Whether a loop of a few turns more is short enough. */
    boolean mayLoop() {
        return turns * 4 <= MAX_TURNS && cost < MAX_COST;
    }

    boolean affords(int statements) {
        return cost + statements * turns < MAX_COST;
    }

    void charge(int statements) {
        cost += statements * turns;
    }

    int cost() {
        return cost;
    }

    boolean isInLoop() {
        return loops > 0;
    }

    boolean isInNestedLoop() {
        return loops > 1;
    }

    /** Runs what writes the body of a loop. */
    void turning(int times, Runnable body) {
        int outer = turns;
        turns *= Math.max(1, times);
        if (loops > 0) {
            note(Syntax.LOOP_NESTED);
        }
        loops++;
        body.run();
        loops--;
        turns = outer;
    }

    /** Whether an expression may change something. */
    boolean mayHaveEffects() {
        return quiet == 0;
    }

    /** Runs what writes an expression that changes nothing, so that it may be written twice. */
    <T> T quietly(java.util.function.Supplier<T> expression) {
        quiet++;
        T written = expression.get();
        quiet--;
        return written;
    }
}
