package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/**
 * Makes one loop of two: the one that computes the values of independent turns, and the one that
 * computes them again together with adjoints. Possible if the adjoints that the second starts from
 * do not depend on what the first computes, as where a sum is the result.
 *
 * <p>Statements between the two go before the new loop if they do not depend on the first, else
 * behind it, if no order that matters is lost.
 */
final class OnePass {

    private final Memory memory;
    private final Aliases aliases;
    private final Map<Statement, Touched> known = new IdentityHashMap<>();
    private final Map<Object, Integer> places = new HashMap<>();
    private Program program;

    /** @param program the adjoint whose entry holds pairs of loops */
    OnePass(Program program) {
        this.program = program;
        this.memory = Memory.of(program);
        this.aliases = Aliases.of(program.entry(), memory);
    }

    /** The program with the pairs made one that could be, to be cleaned. */
    Program program() {
        return program;
    }

    /** Whether both loops of a pair are there. */
    boolean holds(Turns.Pair pair) {
        List<Statement> statements = program.entry().body().statements();
        return find(statements, pair.forward()) >= 0 && find(statements, pair.reverse()) >= 0;
    }

    /** Makes a pair one loop; gives whether that was possible. */
    boolean join(Turns.Pair pair) {
        Procedure entry = program.entry();
        List<Statement> statements = entry.body().statements();
        int first = find(statements, pair.forward());
        int second = find(statements, pair.reverse());
        if (first < 0 || second < first) {
            return false;
        }
        Optional<List<Statement>> joined = joined(pair, statements, first, second);
        joined.ifPresent(
                body -> program = Program.of(withoutSums(entry, Statement.Block.of(body), pair), program.callees()));
        return joined.isPresent();
    }

    /** The sums of a joint loop are no results any more when it is the only one. */
    private static Procedure withoutSums(Procedure entry, Statement.Block body, Turns.Pair pair) {
        List<Variable> results = new ArrayList<>(entry.results());
        results.removeAll(pair.again().values());
        return new Procedure(entry.name(), entry.parameters(), results, body);
    }

    /** The position of a loop among statements, -1 if it is not there. */
    private static int find(List<Statement> statements, String label) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.For loop && loop.label().equals(label)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<List<Statement>> joined(Turns.Pair pair, List<Statement> statements, int first, int second) {
        Statement.For values = (Statement.For) statements.get(first);
        Statement.For adjoints = (Statement.For) statements.get(second);
        // Turns that leave nothing behind can take turns whatever they do inside.
        if (!pair.isWhole() && !separate(values, adjoints)) {
            return Optional.empty();
        }
        Touched reverse = touched(adjoints);
        Places forward = touched(values).places();
        Places dependent = new Places();
        List<Statement> before = new ArrayList<>();
        List<Statement> behind = new ArrayList<>();
        for (Statement between : statements.subList(first + 1, second)) {
            Touched touched = touched(between);
            if (touched.barrier()) {
                return Optional.empty();
            }
            boolean depends = touched.readsFrom(forward) || touched.conflicts(dependent);
            if (depends) {
                behind.add(between);
                touched.addTo(dependent);
            } else if (touched.conflicts(forward)) {
                return Optional.empty();
            } else {
                before.add(between);
            }
        }
        if (reverse.conflicts(dependent)) {
            return Optional.empty();
        }
        int start = first > 0 && statements.get(first - 1) instanceof Statement.Comment ? first - 1 : first;
        List<Statement> all = new ArrayList<>(statements.subList(0, start));
        all.addAll(before);
        all.addAll(statements.subList(start, first));
        all.add(new Statement.For(
                values.label(),
                values.counter(),
                values.from(),
                values.to(),
                values.step(),
                pair.joint() ? Sums.of(adjoints.body(), pair.again()) : both(values, adjoints)));
        all.addAll(behind);
        all.addAll(statements.subList(second + 1, statements.size()));
        return Optional.of(all);
    }

    private Touched touched(Statement statement) {
        return known.computeIfAbsent(statement, s -> new Visit().of(s));
    }

    private static Statement.Block both(Statement.For values, Statement.For adjoints) {
        return Statement.Block.of(
                Sweep.concat(values.body().statements(), adjoints.body().statements()));
    }

    /** Whether turns of the two loops can alternate: only registers of a turn's own are in both. */
    private boolean separate(Statement.For values, Statement.For adjoints) {
        Places forward = touched(values).places();
        Places reverse = touched(adjoints).places();
        BitSet written = (BitSet) forward.writes().clone();
        written.andNot(privates(values));
        BitSet back = (BitSet) reverse.writes().clone();
        back.andNot(privates(adjoints));
        return !written.intersects(reverse.reads())
                && !written.intersects(reverse.writes())
                && !back.intersects(forward.reads())
                && !back.intersects(forward.writes());
    }

    /** Registers that every turn assigns before it reads them. */
    private BitSet privates(Statement.For loop) {
        Set<Object> assigned = new HashSet<>(List.of(loop.counter()));
        Walk.statements(loop.body(), s -> Walk.assigned(s, assigned::add));
        assigned.removeAll(Exposure.of(loop.body()));
        BitSet privates = new BitSet();
        assigned.forEach(register -> privates.set(place(register)));
        return privates;
    }

    /** The place of a register, a class of memory or a tape in sets. */
    private int place(Object touched) {
        return places.computeIfAbsent(touched, absent -> places.size());
    }

    /** What many statements read and write. */
    private record Places(BitSet reads, BitSet writes) {

        Places() {
            this(new BitSet(), new BitSet());
        }
    }

    /** What one statement, with all in it, reads and writes: few places beside those of a procedure. */
    private record Touched(int[] reads, int[] writes, boolean barrier) {

        Places places() {
            Places places = new Places();
            addTo(places);
            return places;
        }

        void addTo(Places places) {
            Arrays.stream(reads).forEach(places.reads()::set);
            Arrays.stream(writes).forEach(places.writes()::set);
        }

        boolean readsFrom(Places other) {
            return any(reads, other.writes());
        }

        boolean conflicts(Places other) {
            return readsFrom(other) || any(writes, other.reads()) || any(writes, other.writes());
        }

        private static boolean any(int[] places, BitSet set) {
            for (int place : places) {
                if (set.get(place)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Finds what a statement touches. */
    private final class Visit {
        private final BitSet reads = new BitSet();
        private final BitSet writes = new BitSet();
        private final Reads.Parts parts = new Reads.Parts(this::read);
        private boolean barrier;

        Touched of(Statement statement) {
            Walk.statements(Statement.Block.of(statement), this::add);
            return new Touched(reads.stream().toArray(), writes.stream().toArray(), barrier);
        }

        private void read(Expr part) {
            if (part instanceof Variable) {
                reads.set(place(part));
            } else if (part instanceof Load load) {
                reads.set(place(aliases.classOf(load.array())));
            }
        }

        private void add(Statement statement) {
            Walk.assigned(statement, variable -> writes.set(place(variable)));
            Walk.expressions(statement, parts::of);
            if (statement instanceof Statement.Store store) {
                writes.set(place(aliases.classOf(store.array())));
            } else if (statement instanceof Statement.Save save) {
                writes.set(place(save.site()));
            } else if (statement instanceof Statement.Restore restore) {
                reads.set(place(restore.site()));
                writes.set(place(restore.site()));
            } else if (statement instanceof Statement.Call call) {
                Effects effects = memory.of(call.callee());
                barrier |= effects.writesMemory() || effects.isTaping() || effects.isImpure();
                call.arguments().stream()
                        .filter(a -> a.type().isArray())
                        .forEach(a -> reads.set(place(aliases.classOf(a))));
            } else {
                barrier |= statement instanceof Statement.Throw || statement instanceof Statement.Return;
            }
        }
    }
}
