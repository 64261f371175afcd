package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Where each register is declared: by the assignment that starts its life, in the innermost block
 * that holds all its uses, if every path plainly passes that assignment first; otherwise before
 * the first statement of the procedure that touches it, with the 0 that registers start with.
 *
 * <p>A register used in several statements that each start its life anew, such as the counter of
 * two loops, is declared in each.
 */
final class Declarations {

    private final List<Variable> results;
    private final IdentityHashMap<Statement, Map<Variable, List<Statement>>> index = new IdentityHashMap<>();
    private final IdentityHashMap<Statement, Set<Variable>> declaring = new IdentityHashMap<>();
    private final IdentityHashMap<Statement, List<Variable>> zeroed = new IdentityHashMap<>();

    private Declarations(List<Variable> results) {
        this.results = results;
    }

    /** The declarations of a procedure that went through {@link Reachability}. */
    static Declarations of(Procedure procedure) {
        return of(procedure.body(), procedure.results(), Set.copyOf(procedure.parameters()));
    }

    /** The declarations of statements without parameters and results. */
    static Declarations of(List<Statement> statements) {
        return of(Statement.Block.of(statements), List.of(), Set.of());
    }

    private static Declarations of(Statement.Block body, List<Variable> results, Set<Variable> parameters) {
        Declarations declarations = new Declarations(results);
        declarations.index(body).forEach((variable, touching) -> {
            if (!parameters.contains(variable) && !declarations.declareIn(touching, variable)) {
                declarations
                        .zeroed
                        .computeIfAbsent(touching.get(0), s -> new ArrayList<>())
                        .add(variable);
            }
        });
        return declarations;
    }

    /** Whether a statement declares the register that it assigns. */
    boolean isDeclaredBy(Statement statement, Variable variable) {
        return declaring.getOrDefault(statement, Set.of()).contains(variable);
    }

    /** The registers to declare, with 0, right before a statement. */
    List<Variable> zeroedBefore(Statement statement) {
        return zeroed.getOrDefault(statement, List.of());
    }

    /** All registers that a zero is declared for. */
    Set<Variable> zeroed() {
        Set<Variable> all = new LinkedHashSet<>();
        zeroed.values().forEach(all::addAll);
        return all;
    }

    private Map<Variable, List<Statement>> index(Statement.Block block) {
        Map<Variable, List<Statement>> touching = new LinkedHashMap<>();
        for (Statement child : block.statements()) {
            for (Variable variable : touched(child)) {
                touching.computeIfAbsent(variable, v -> new ArrayList<>(2)).add(child);
            }
        }
        index.put(block, touching);
        return touching;
    }

    private Collection<Variable> touched(Statement statement) {
        Set<Variable> touched = new LinkedHashSet<>(header(statement));
        for (Statement.Block block : Blocks.of(statement)) {
            touched.addAll(index(block).keySet());
        }
        return touched;
    }

    private Set<Variable> header(Statement statement) {
        if (statement instanceof Statement.For loop) {
            if (FillLoop.of(loop).isPresent()) {
                return withoutCounter(loop);
            }
            Set<Variable> header = new LinkedHashSet<>(Usage.reads(loop.from()));
            header.addAll(Usage.reads(loop.to()));
            header.add(loop.counter());
            return header;
        } else if (statement instanceof Statement.While loop) {
            return Usage.reads(loop.condition());
        } else if (statement instanceof Statement.If branch) {
            return Usage.reads(branch.condition());
        }
        return statement instanceof Statement.Block
                ? Set.of()
                : Usage.of(statement, results).all();
    }

    private Set<Variable> withoutCounter(Statement.For loop) {
        Set<Variable> all = Usage.of(loop, results).all();
        all.remove(loop.counter());
        return all;
    }

    /** Declares the register below the given statements of one block, if that is provably enough. */
    private boolean declareIn(List<Statement> touching, Variable variable) {
        if (!canDeclareIn(touching, variable)) {
            return false;
        }
        for (Statement statement : touching) {
            if (isDefinition(statement, variable)) {
                declare(statement, variable);
                return true;
            }
            descend(statement, variable);
        }
        return true;
    }

    private void declare(Statement statement, Variable variable) {
        declaring.computeIfAbsent(statement, s -> new LinkedHashSet<>()).add(variable);
    }

    private void descend(Statement statement, Variable variable) {
        if (statement instanceof Statement.For loop && loop.counter() == variable) {
            declare(statement, variable);
            return;
        }
        for (Statement.Block block : Blocks.of(statement)) {
            List<Statement> inside = Known.of(index, block).get(variable);
            if (inside != null) {
                declareIn(inside, variable);
            }
        }
    }

    /** Statements that serve themselves may come first; a definition serves all that follow it. */
    private boolean canDeclareIn(List<Statement> touching, Variable variable) {
        for (Statement statement : touching) {
            if (isDefinition(statement, variable)) {
                return true;
            }
            if (!canHost(statement, variable)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all uses of the register in the statement can be served by declarations inside it. */
    private boolean canHost(Statement statement, Variable variable) {
        if (statement instanceof Statement.For loop && loop.counter() == variable) {
            return !Usage.reads(loop.from()).contains(variable)
                    && !Usage.reads(loop.to()).contains(variable);
        }
        List<Statement.Block> blocks = Blocks.of(statement);
        if (blocks.isEmpty() || header(statement).contains(variable)) {
            return false;
        }
        for (Statement.Block block : blocks) {
            List<Statement> inside = Known.of(index, block).get(variable);
            if (inside != null && !canDeclareIn(inside, variable)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a statement without inner statements assigns the register before anything reads it. */
    private boolean isDefinition(Statement statement, Variable variable) {
        if (!Blocks.of(statement).isEmpty()) {
            return false;
        }
        Usage usage = Usage.of(statement, results);
        return usage.writes().contains(variable) && !usage.reads().contains(variable);
    }
}
