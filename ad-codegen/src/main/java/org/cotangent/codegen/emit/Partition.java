package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cotangent.ad.ir.Callee.Internal;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/** Cuts a procedure into parts of about one size, bodies of large loops first. */
final class Partition {

    /** Parts smaller than this share of the target stay where they are. */
    private static final int MIN_SHARE = 16;

    /** Equal parts get a hundredth more than their share, so that no statement is left for one more. */
    private static final int LEEWAY = 100;

    private final int target;
    private final UnaryOperator<String> partName;

    private Partition(int target, UnaryOperator<String> partName) {
        this.target = target;
        this.partName = partName;
    }

    /**
     * The parts of a procedure.
     *
     * @param target bytes of a part
     * @param partName gives a new name from the one wanted
     */
    static Part of(Procedure procedure, int target, UnaryOperator<String> partName) {
        Part root = new Part(procedure.name(), Optional.empty());
        Partition partition = new Partition(target, partName);
        root.contain(partition.split(procedure.body().statements(), root));
        return root;
    }

    private List<Statement> split(List<Statement> statements, Part owner) {
        List<Statement> current =
                statements.stream().map(s -> smaller(s, owner)).toList();
        int size = size(current);
        while (size > target) {
            List<Statement> grouped = group(current, owner);
            int groupedSize = size(grouped);
            if (groupedSize >= size) {
                break;
            }
            current = grouped;
            size = groupedSize;
        }
        return current;
    }

    /** The statement with its blocks split, if it is too large for a part. */
    private Statement smaller(Statement statement, Part owner) {
        if (Blocks.of(statement).isEmpty() || size(List.of(statement)) <= target) {
            return statement;
        }
        if (statement instanceof Statement.For loop) {
            return new Statement.For(
                    loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), split(loop.body(), owner));
        } else if (statement instanceof Statement.While loop) {
            return new Statement.While(loop.label(), loop.condition(), split(loop.body(), owner));
        } else if (statement instanceof Statement.If branch) {
            return new Statement.If(branch.condition(), split(branch.then(), owner), split(branch.otherwise(), owner));
        }
        return split((Statement.Block) statement, owner);
    }

    private Statement.Block split(Statement.Block block, Part owner) {
        return new Statement.Block(block.label(), split(block.statements(), owner));
    }

    private static int size(List<Statement> statements) {
        return BytecodeEstimate.method(List.of()).of(statements);
    }

    /** Moves runs of statements into parts of equal size. */
    private List<Statement> group(List<Statement> statements, Part owner) {
        List<Run> runs = runs(statements, target);
        long parts = runs.stream().filter(this::isLarge).count();
        int bytes = runs.stream().filter(this::isLarge).mapToInt(Run::bytes).sum();
        if (parts > 1) {
            runs = runs(statements, (int) Math.min(target, (bytes + bytes / LEEWAY) / parts));
        }
        return runs.stream().flatMap(run -> moved(run, owner).stream()).toList();
    }

    /** Statements to move together, or left alone because they can't be moved. */
    private record Run(List<Statement> statements, int bytes) {}

    private boolean isLarge(Run run) {
        return run.bytes() >= target / MIN_SHARE && !run.statements().isEmpty() && run.bytes() > 0;
    }

    private static List<Run> runs(List<Statement> statements, int share) {
        List<Run> runs = new ArrayList<>();
        Crossings crossings = new Crossings(statements);
        List<Statement> run = new ArrayList<>();
        BytecodeEstimate estimate = BytecodeEstimate.method(List.of());
        int bytes = 0;
        int own = 0;
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            boolean movable = Jumps.stayInside(statement);
            crossings.enter(i);
            own += estimate.of(statement);
            if (movable && own + crossings.bytes() <= share) {
                run.add(statement);
                bytes = own + crossings.bytes();
                continue;
            }
            runs.add(new Run(run, bytes));
            run = new ArrayList<>();
            estimate = BytecodeEstimate.method(List.of());
            own = 0;
            crossings.begin(movable ? i : i + 1);
            if (movable) {
                run.add(statement);
                crossings.enter(i);
                own = estimate.of(statement);
            } else {
                runs.add(new Run(List.of(statement), 0));
            }
            bytes = own + crossings.bytes();
        }
        runs.add(new Run(run, bytes));
        return runs;
    }

    private List<Statement> moved(Run run, Part owner) {
        if (!isLarge(run)) {
            return run.statements();
        }
        Part part = new Part(partName.apply(owner.name() + "Part"), Optional.of(owner));
        part.contain(run.statements());
        for (Statement statement : run.statements()) {
            adopt(statement, owner, part);
        }
        owner.inner().put(part.name(), part);
        return List.of(new Statement.Call(List.of(), part.name(), List.of()));
    }

    /** Parts that were moved out of the run before are now called from the new part. */
    private static void adopt(Statement statement, Part owner, Part part) {
        if (statement instanceof Statement.Call call
                && call.callee() instanceof Internal callee
                && owner.inner().containsKey(callee.name())) {
            Part moved = owner.inner().remove(callee.name());
            part.inner().put(moved.name(), moved.under(part));
        }
        Blocks.of(statement).forEach(block -> block.statements().forEach(s -> adopt(s, owner, part)));
    }
}
