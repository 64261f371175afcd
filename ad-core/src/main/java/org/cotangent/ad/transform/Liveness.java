package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Numbering;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;
import org.jspecify.annotations.Nullable;

/**
 * One backward pass over a procedure that rewrites it without what is dead. Memory is live or dead
 * by alias class, registers one by one, both by their places in bit sets; loops to a fixed point.
 */
final class Liveness implements StatementVisitor<@Nullable Void> {

    private final Procedure procedure;
    private final Aliases aliases;
    private final Memory memory;
    private Optional<Extents> extents = Optional.empty();
    private final Set<Site> liveSites;
    private final Numbering registers = new Numbering();
    private final Map<Object, Integer> classes = new HashMap<>();
    private final Reads.Parts reads = new Reads.Parts(this::readPart);
    /** What was live at the heads of inner loops in the last turn over an outer one, where the next starts. */
    private final Map<Statement.Block, BitSet> heads = new IdentityHashMap<>();

    private int depth;
    private final BitSet pinned = new BitSet();
    private final Set<Variable> putBack;
    private final BitSet reachable = new BitSet();
    private final BitSet liveAtExit = new BitSet();
    private final Map<String, BitSet> liveAtBreak = new HashMap<>();
    private final Map<String, BitSet> liveAtContinue = new HashMap<>();
    private BitSet live = new BitSet();
    /** What stays of the statements visited in the present sequence, the last first. */
    private List<Statement> kept = new ArrayList<>();

    private Liveness(
            Procedure procedure, Set<Variable> outputs, Memory memory, Set<Site> liveSites, Set<Variable> putBack) {
        this.procedure = procedure;
        this.aliases = Aliases.of(procedure, memory);
        this.memory = memory;
        this.liveSites = liveSites;
        for (Variable parameter : procedure.parameters()) {
            if (parameter.type().isArray()) {
                (outputs.contains(parameter) ? pinned : liveAtExit).set(memory(parameter));
            }
        }
        for (Variable result : procedure.results()) {
            liveAtExit.set(register(result));
            if (result.type().isArray()) {
                liveAtExit.set(memory(result));
            }
        }
        this.putBack = putBack;
        Walk.statements(procedure.body(), this::findReachable);
    }

    /** Notes arrays that a procedure called later may find on its tapes, and arrays that came from tapes. */
    private void findReachable(Statement statement) {
        if (statement instanceof Statement.Restore restore
                && restore.target().type().isArray()) {
            reachable.set(classNumber(aliases.classOf(restore.site())));
        } else if (statement instanceof Statement.Save save
                && save.site().type().isArray()) {
            reachable.set(classNumber(aliases.classOf(save.site())));
        } else if (statement instanceof Statement.Call call
                && memory.of(call.callee()).isTaping()) {
            call.results().stream().filter(r -> r.type().isArray()).forEach(r -> reachable.set(memory(r)));
        }
    }

    /** @param entry whether nothing runs after the procedure that could take arrays off tapes */
    static Procedure clean(
            Procedure procedure,
            boolean entry,
            Set<Variable> outputs,
            Memory memory,
            Set<Site> liveSites,
            Set<Variable> putBack) {
        Liveness pass = new Liveness(procedure, outputs, memory, liveSites, putBack);
        if (!entry) {
            pass.liveAtExit.or(pass.reachable);
        }
        pass.live = copy(pass.liveAtExit);
        return procedure.withBody(
                Statement.Block.of(pass.sequence(procedure.body().statements())));
    }

    /** The place of a register in sets: even. */
    private int register(Variable variable) {
        return 2 * registers.of(variable);
    }

    /** The place in sets of the memory that an array expression refers to. */
    private int memory(Expr array) {
        return classNumber(aliases.classOf(array));
    }

    /** The place of memory in sets: odd. */
    private int classNumber(Object memoryClass) {
        return classes.computeIfAbsent(memoryClass, absent -> 2 * classes.size() + 1);
    }

    private static BitSet copy(BitSet set) {
        return (BitSet) set.clone();
    }

    /** Whether a register was live; what assigns it ends that. */
    private boolean taken(Variable variable) {
        boolean wanted = live.get(register(variable));
        live.clear(register(variable));
        return wanted;
    }

    private List<Statement> sequence(List<Statement> statements) {
        int end = 0;
        while (end < statements.size() && (end == 0 || Completion.isPossible(statements.get(end - 1)))) {
            end++;
        }
        List<Statement> outer = kept;
        List<Statement> backward = new ArrayList<>();
        kept = backward;
        for (int i = end - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            if (statement instanceof Statement.Assign assign) {
                assign(assign);
            } else {
                statement.accept(this);
            }
        }
        kept = outer;
        return inOrder(backward);
    }

    /** Puts statements into order, without comments that are followed by no statement of theirs. */
    private static List<Statement> inOrder(List<Statement> backward) {
        List<Statement> statements = new ArrayList<>(backward.size());
        for (int i = backward.size() - 1; i >= 0; i--) {
            boolean stray = backward.get(i) instanceof Statement.Comment
                    && (i == 0 || backward.get(i - 1) instanceof Statement.Comment);
            if (!stray) {
                statements.add(backward.get(i));
            }
        }
        return statements;
    }

    private @Nullable Void keep(Statement statement) {
        kept.add(statement);
        return null;
    }

    private @Nullable Void keep(List<Statement> statements) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            kept.add(statements.get(i));
        }
        return null;
    }

    private void read(Expr expression) {
        reads.of(expression);
    }

    private void readPart(Expr part) {
        if (part instanceof Variable variable) {
            live.set(register(variable));
        } else if (part instanceof Load load) {
            live.set(memory(load.array()));
        }
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        int target = register(assign.target());
        if (!live.get(target) || assign.value() == assign.target()) {
            return null;
        }
        live.clear(target);
        read(assign.value());
        return keep(assign);
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        int memory = memory(store.array());
        boolean restoring = store.value() instanceof Variable old && putBack.contains(old);
        if (!live.get(memory) && (restoring || !pinned.get(memory))) {
            return null;
        }
        read(store.array());
        read(store.index());
        read(store.value());
        return keep(store);
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        if (!taken(allocate.target())) {
            return null;
        }
        allocate.lengths().forEach(this::read);
        return keep(allocate);
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        if (!block.isLabelled()) {
            return keep(sequence(block.statements()));
        }
        liveAtBreak.put(block.label(), copy(live));
        List<Statement> inside = sequence(block.statements());
        boolean[] left = {false};
        Statement.Block whole = new Statement.Block(block.label(), inside);
        Walk.statements(
                whole,
                s -> left[0] |= s instanceof Statement.Break b && b.label().equals(block.label()));
        return left[0] ? keep(whole) : keep(inside);
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        BitSet after = live;
        live = copy(after);
        List<Statement> then = sequence(branch.then().statements());
        BitSet liveThen = live;
        live = after;
        List<Statement> otherwise = sequence(branch.otherwise().statements());
        live.or(liveThen);
        if (then.isEmpty() && otherwise.isEmpty()) {
            return null;
        }
        read(branch.condition());
        if (then.isEmpty()) {
            return keep(
                    new Statement.If(branch.condition().not(), Statement.Block.of(otherwise), Statement.Block.of()));
        }
        return keep(new Statement.If(branch.condition(), Statement.Block.of(then), Statement.Block.of(otherwise)));
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        BitSet after = copy(live);
        List<Statement> body = turns(loop.label(), loop.body(), after, () -> read(loop.to()));
        if (body.isEmpty()) {
            live = after;
            return null;
        }
        overwritten(loop, body).forEach(array -> live.clear(memory(array)));
        live.clear(register(loop.counter()));
        read(loop.from());
        read(loop.to());
        return keep(new Statement.For(
                loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), Statement.Block.of(body)));
    }

    /** The arrays that a loop assigns without having read what they held. */
    private List<Variable> overwritten(Statement.For loop, List<Statement> body) {
        if (extents.isEmpty()) {
            extents = Optional.of(Extents.of(procedure, aliases));
        }
        Statement.Block whole = Statement.Block.of(body);
        return extents
                .get()
                .overwritten(
                        new Statement.For(loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), whole))
                .stream()
                .filter(array -> !loads(whole, aliases.classOf((Object) array)))
                .toList();
    }

    private boolean loads(Statement.Block block, Object memoryClass) {
        boolean[] found = {false};
        Walk.statements(
                block,
                statement -> Walk.expressions(
                        statement,
                        expression -> found[0] |= Reads.any(
                                expression,
                                part -> part instanceof Load load && aliases.classOf(load.array()) == memoryClass)));
        return found[0];
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        BitSet after = copy(live);
        List<Statement> body = turns(loop.label(), loop.body(), after, () -> read(loop.condition()));
        return keep(new Statement.While(loop.label(), loop.condition(), Statement.Block.of(body)));
    }

    /** The body rewritten; afterwards {@code live} is what is live where a turn begins or is refused. */
    private List<Statement> turns(String label, Statement.Block block, BitSet after, Runnable head) {
        liveAtBreak.put(label, after);
        live = copy(after);
        head.run();
        live.or(heads.getOrDefault(block, new BitSet()));
        depth++;
        List<Statement> body = fixed(label, block, after, head);
        depth--;
        heads.put(block, copy(live));
        if (depth == 0) {
            heads.clear();
        }
        return body;
    }

    private List<Statement> fixed(String label, Statement.Block block, BitSet after, Runnable head) {
        BitSet atHead = live;
        while (true) {
            liveAtContinue.put(label, atHead);
            live = copy(atHead);
            List<Statement> body = sequence(block.statements());
            live.or(after);
            head.run();
            live.andNot(atHead);
            if (live.isEmpty()) {
                live = atHead;
                return body;
            }
            live.or(atHead);
            atHead = live;
        }
    }

    @Override
    public @Nullable Void leave(Statement.Break leave) {
        return jump(leave, liveAtBreak, leave.label());
    }

    @Override
    public @Nullable Void next(Statement.Continue next) {
        return jump(next, liveAtContinue, next.label());
    }

    private @Nullable Void jump(Statement jump, Map<String, BitSet> targets, String label) {
        BitSet target = targets.get(label);
        if (target == null) {
            throw new IllegalStateException("no enclosing statement is labelled " + label);
        }
        live = copy(target);
        return keep(jump);
    }

    @Override
    public @Nullable Void exit(Statement.Return exit) {
        live = copy(liveAtExit);
        return keep(exit);
    }

    @Override
    public @Nullable Void fail(Statement.Throw failure) {
        live = new BitSet();
        failure.values().forEach(this::read);
        return keep(failure);
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        Effects callee = memory.of(call.callee());
        boolean wanted = (callee.isRemovable() ? storesWhatLives(call) : callee.writesMemory())
                || callee.isImpure()
                || callee.isTaping()
                || callee.mayThrow()
                || call.results().stream().anyMatch(r -> live.get(register(r)));
        if (!wanted) {
            return null;
        }
        call.results().forEach(r -> live.clear(register(r)));
        if (callee.isTaping()) {
            live.or(reachable);
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            read(argument);
            if (argument.type().isArray() && callee.reads(i)) {
                live.set(memory(argument));
            }
        }
        return keep(call);
    }

    private boolean storesWhatLives(Statement.Call call) {
        return Effects.storedBy(call, memory, aliases).stream()
                .mapToInt(this::classNumber)
                .anyMatch(m -> live.get(m) || pinned.get(m));
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        if (!liveSites.contains(save.site())) {
            return null;
        }
        read(save.value());
        if (save.value().type().isArray()) {
            live.set(memory(save.value()));
        }
        return keep(save);
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        boolean wanted = taken(restore.target());
        if (wanted) {
            liveSites.add(restore.site());
        }
        return wanted || liveSites.contains(restore.site()) ? keep(restore) : null;
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        return keep(comment);
    }
}
