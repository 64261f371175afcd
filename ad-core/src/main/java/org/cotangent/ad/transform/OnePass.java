package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
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
    private final Turns.Pair pair;

    private OnePass(Procedure procedure, Memory memory, Turns.Pair pair) {
        this.memory = memory;
        this.aliases = Aliases.of(procedure, memory);
        this.pair = pair;
    }

    /** The entry with the pair of loops made one, or empty if that cannot be done. */
    static Optional<Procedure> of(Program program, Turns.Pair pair) {
        Procedure entry = program.entry();
        List<Statement> statements = entry.body().statements();
        int first = find(statements, pair.forward());
        int second = find(statements, pair.reverse());
        if (first < 0 || second < first) {
            return Optional.empty();
        }
        return new OnePass(entry, Memory.of(program), pair)
                .joined(statements, first, second)
                .map(body -> withoutSums(entry, Statement.Block.of(body), pair));
    }

    /** The sums of a joint loop are no results any more when it is the only one. */
    private static Procedure withoutSums(Procedure entry, Statement.Block body, Turns.Pair pair) {
        List<Variable> results = new ArrayList<>(entry.results());
        results.removeAll(pair.again().values());
        return new Procedure(entry.name(), entry.parameters(), results, body);
    }

    /** The position of a loop among statements, -1 if it is not there. */
    static int find(List<Statement> statements, String label) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.For loop && loop.label().equals(label)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<List<Statement>> joined(List<Statement> statements, int first, int second) {
        Statement.For values = (Statement.For) statements.get(first);
        Statement.For adjoints = (Statement.For) statements.get(second);
        Touched forward = new Touched(values);
        Touched reverse = new Touched(adjoints);
        List<Statement> before = new ArrayList<>();
        List<Statement> behind = new ArrayList<>();
        Touched dependent = new Touched();
        for (Statement between : statements.subList(first + 1, second)) {
            Touched touched = new Touched(between);
            if (touched.isBarrier()) {
                return Optional.empty();
            }
            boolean depends = touched.readsFrom(forward) || touched.conflicts(dependent);
            if (depends) {
                behind.add(between);
                dependent.add(touched);
            } else if (touched.conflicts(forward)) {
                return Optional.empty();
            } else {
                before.add(between);
            }
        }
        // Turns that leave nothing behind can take turns whatever they do inside.
        boolean apart = pair.isWhole() || separate(values, adjoints, forward, reverse);
        if (reverse.conflicts(dependent) || !apart) {
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

    private static Statement.Block both(Statement.For values, Statement.For adjoints) {
        return Statement.Block.of(
                Sweep.concat(values.body().statements(), adjoints.body().statements()));
    }

    /** Whether turns of the two loops can alternate: only registers of a turn's own are in both. */
    private static boolean separate(Statement.For values, Statement.For adjoints, Touched forward, Touched reverse) {
        Set<Object> written = new HashSet<>(forward.writes);
        written.removeAll(privates(values));
        if (!Collections.disjoint(written, reverse.reads) || !Collections.disjoint(written, reverse.writes)) {
            return false;
        }
        Set<Object> back = new HashSet<>(reverse.writes);
        back.removeAll(privates(adjoints));
        return Collections.disjoint(back, forward.reads)
                && Collections.disjoint(back, forward.writes)
                && Collections.disjoint(forward.saves, reverse.restores);
    }

    /** Registers that every turn assigns before it reads them. */
    private static Set<Object> privates(Statement.For loop) {
        Set<Object> assigned = new HashSet<>(List.of(loop.counter()));
        Walk.statements(loop.body(), s -> Walk.assigned(s, assigned::add));
        assigned.removeAll(Exposure.of(loop.body()));
        return assigned;
    }

    /** What statements read and write: registers, classes of memory, tapes. */
    private final class Touched {
        private final Set<Object> reads = new HashSet<>();
        private final Set<Object> writes = new HashSet<>();
        private final Set<Site> saves = new HashSet<>();
        private final Set<Site> restores = new HashSet<>();
        private boolean barrier;

        Touched() {}

        Touched(Statement statement) {
            Walk.statements(Statement.Block.of(statement), this::add);
        }

        private void add(Statement statement) {
            Walk.assigned(statement, writes::add);
            Walk.expressions(
                    statement,
                    e -> Reads.parts(e, part -> {
                        if (part instanceof Variable) {
                            reads.add(part);
                        } else if (part instanceof Load load) {
                            reads.add(aliases.classOf(load.array()));
                        }
                    }));
            if (statement instanceof Statement.Store store) {
                writes.add(aliases.classOf(store.array()));
            } else if (statement instanceof Statement.Save save) {
                saves.add(save.site());
                writes.add(save.site());
            } else if (statement instanceof Statement.Restore restore) {
                restores.add(restore.site());
                reads.add(restore.site());
                writes.add(restore.site());
            } else if (statement instanceof Statement.Call call) {
                Effects effects = memory.of(call.callee());
                barrier |= effects.writesMemory() || effects.isTaping() || effects.isImpure();
                call.arguments().stream().filter(a -> a.type().isArray()).forEach(a -> reads.add(aliases.classOf(a)));
            } else {
                barrier |= statement instanceof Statement.Throw || statement instanceof Statement.Return;
            }
        }

        void add(Touched other) {
            reads.addAll(other.reads);
            writes.addAll(other.writes);
        }

        boolean isBarrier() {
            return barrier;
        }

        boolean readsFrom(Touched other) {
            return !Collections.disjoint(reads, other.writes);
        }

        boolean conflicts(Touched other) {
            return readsFrom(other) || other.readsFrom(this) || !Collections.disjoint(writes, other.writes);
        }
    }
}
