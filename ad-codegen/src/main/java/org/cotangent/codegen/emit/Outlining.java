package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Moves loops within loops into methods of their own, where they hold loops themselves. HotSpot optimizes
 * a method of many loops as one, and gives up on much of it: the gradient of a Gaussian mixture took 6.7 ms
 * in one method and 4.5 in three.
 *
 * <p>A loop is moved if one scalar at most comes back from it, and no jump leads out.
 */
final class Outlining {

    /** Methods of fewer loops' size are optimized well, and read better, in one piece. */
    private static final int LOOPS_IN_METHOD = 5;

    /** Java allows parameters of 255 slots, of which a real takes two. */
    private static final int MOST_PARAMETERS = 100;

    private final Procedure procedure;
    private final int loopBytes;
    private final Set<String> taken;
    private final List<Procedure> moved = new ArrayList<>();

    private Outlining(Procedure procedure, int loopBytes, Set<String> taken) {
        this.procedure = procedure;
        this.loopBytes = loopBytes;
        this.taken = new HashSet<>(taken);
    }

    /**
     * The procedure without the loops that were moved, then those. Statements that stay are the same
     * objects.
     *
     * @param loopBytes see {@link Budget}
     * @param taken names of other procedures
     */
    static List<Procedure> of(Procedure procedure, int loopBytes, Set<String> taken) {
        int bytes = BytecodeEstimate.method(procedure.parameters())
                .of(procedure.body().statements());
        if (bytes < LOOPS_IN_METHOD * loopBytes) {
            return List.of(procedure);
        }
        Outlining outlining = new Outlining(procedure, loopBytes, taken);
        List<Statement> body = outlining.outlined(procedure.body().statements(), false);
        List<Procedure> all = new ArrayList<>();
        all.add(procedure.withBody(new Statement.Block(procedure.body().label(), body)));
        all.addAll(outlining.moved);
        return outlining.moved.isEmpty() ? List.of(procedure) : all;
    }

    private List<Statement> outlined(List<Statement> statements, boolean inLoop) {
        List<Statement> all = new ArrayList<>();
        for (Statement statement : statements) {
            all.add(inLoop && isWorthwhile(statement) ? moved(statement) : outlined(statement, inLoop));
        }
        return all;
    }

    private Statement outlined(Statement statement, boolean inLoop) {
        if (statement instanceof Statement.For loop && !Blocks.of(loop).isEmpty()) {
            return new Statement.For(
                    loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), outlined(loop.body(), true));
        } else if (statement instanceof Statement.While loop) {
            return new Statement.While(loop.label(), loop.condition(), outlined(loop.body(), true));
        } else if (statement instanceof Statement.If branch) {
            return new Statement.If(
                    branch.condition(), outlined(branch.then(), inLoop), outlined(branch.otherwise(), inLoop));
        }
        return statement instanceof Statement.Block block ? outlined(block, inLoop) : statement;
    }

    private Statement.Block outlined(Statement.Block block, boolean inLoop) {
        return new Statement.Block(block.label(), outlined(block.statements(), inLoop));
    }

    private static boolean isLoop(Statement statement) {
        return (statement instanceof Statement.For || statement instanceof Statement.While)
                && !Blocks.of(statement).isEmpty();
    }

    private boolean isWorthwhile(Statement statement) {
        return isLoop(statement)
                && inner(statement).stream().anyMatch(Outlining::isLoop)
                && inner(statement).stream().noneMatch(Statement.Allocate.class::isInstance)
                && Jumps.stayInside(statement)
                && BytecodeEstimate.method(List.of()).of(statement) >= loopBytes;
    }

    /** All statements in a statement. */
    private static List<Statement> inner(Statement statement) {
        List<Statement> all = new ArrayList<>();
        Blocks.of(statement)
                .forEach(block -> block.statements().forEach(s -> {
                    all.add(s);
                    all.addAll(inner(s));
                }));
        return all;
    }

    /** A call of the loop as a procedure, or the loop if too much comes back from it. */
    private Statement moved(Statement loop) {
        Set<Variable> handed = new LinkedHashSet<>(Exposures.of(List.of(loop)));
        Set<Variable> given = Set.copyOf(procedure.parameters());
        Set<Variable> back = Exposures.behind(loop, procedure.body().statements(), given, procedure.results());
        Set<Variable> kept = new HashSet<>(Usage.of(loop, List.of()).writes());
        kept.retainAll(handed);
        back.addAll(kept);
        handed.addAll(back);
        boolean scalar =
                back.size() <= 1 && back.stream().noneMatch(v -> v.type().isArray());
        boolean isParameterKept = Collections.disjoint(Usage.of(loop, List.of()).writes(), procedure.parameters());
        if (!scalar || !isParameterKept || handed.size() > MOST_PARAMETERS) {
            return outlined(loop, true);
        }
        String name = fresh();
        List<Variable> parameters = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        for (Variable variable : handed) {
            if (back.contains(variable)) {
                Variable before = Variable.of(variable.name() + "Before", variable.type());
                parameters.add(before);
                body.add(new Statement.Assign(variable, before));
            } else {
                parameters.add(variable);
            }
        }
        body.add(loop);
        if (!back.isEmpty()) {
            body.add(new Statement.Return());
        }
        moved.add(new Procedure(name, parameters, List.copyOf(back), Statement.Block.of(body)));
        return new Statement.Call(List.copyOf(back), name, List.<Expr>copyOf(handed));
    }

    private String fresh() {
        int number = 1;
        while (!taken.add(procedure.name() + "Loop" + number)) {
            number++;
        }
        return procedure.name() + "Loop" + number;
    }
}
