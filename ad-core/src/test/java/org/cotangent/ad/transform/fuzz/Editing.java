package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.Call;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.If;
import org.cotangent.ad.ir.Statement.Store;
import org.cotangent.ad.ir.Statement.While;

/** Replaces statements of a block by their position in the text, outer before inner. */
final class Editing {

    private Editing() {}

    /** All statements, outer before inner. */
    static List<Statement> all(Block block) {
        List<Statement> all = new ArrayList<>();
        collect(block, all);
        return all;
    }

    private static void collect(Block block, List<Statement> into) {
        for (Statement statement : block.statements()) {
            into.add(statement);
            blocks(statement).forEach(b -> collect(b, into));
        }
    }

    /** The block with every statement replaced, inner ones before those around them. */
    static Block map(Block block, Function<Statement, List<Statement>> change) {
        List<Statement> mapped = new ArrayList<>();
        for (Statement statement : block.statements()) {
            List<Block> blocks =
                    blocks(statement).stream().map(b -> map(b, change)).toList();
            mapped.addAll(change.apply(withBlocks(statement, blocks)));
        }
        return new Block(block.label(), mapped);
    }

    private static Statement withBlocks(Statement statement, List<Block> blocks) {
        if (statement instanceof If branch) {
            return new If(branch.condition(), blocks.get(0), blocks.get(1));
        } else if (statement instanceof For loop) {
            return new For(loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), blocks.get(0));
        } else if (statement instanceof While loop) {
            return new While(loop.label(), loop.condition(), blocks.get(0));
        }
        return statement instanceof Block ? blocks.get(0) : statement;
    }

    static int count(Block block) {
        return all(block).size();
    }

    static Statement at(Block block, int position) {
        return all(block).get(position);
    }

    static Block replace(Block block, int position, List<Statement> replacement) {
        return new Editor(position, replacement).edit(block);
    }

    private static final class Editor {
        private final List<Statement> replacement;
        private int remaining;

        Editor(int position, List<Statement> replacement) {
            this.remaining = position;
            this.replacement = replacement;
        }

        Block edit(Block block) {
            List<Statement> edited = new ArrayList<>();
            for (Statement statement : block.statements()) {
                if (remaining-- == 0) {
                    edited.addAll(replacement);
                } else {
                    edited.add(remaining < 0 ? statement : withBlocks(statement));
                }
            }
            return new Block(block.label(), edited);
        }

        private Statement withBlocks(Statement statement) {
            return Editing.withBlocks(
                    statement, blocks(statement).stream().map(this::edit).toList());
        }
    }

    static List<Block> blocks(Statement statement) {
        if (statement instanceof If branch) {
            return List.of(branch.then(), branch.otherwise());
        } else if (statement instanceof For loop) {
            return List.of(loop.body());
        } else if (statement instanceof While loop) {
            return List.of(loop.body());
        }
        return statement instanceof Block block ? List.of(block) : List.of();
    }

    /** The expressions of a statement itself that {@link #withExpression} can replace. */
    static List<Expr> expressions(Statement statement) {
        if (statement instanceof Assign assign) {
            return List.of(assign.value());
        } else if (statement instanceof Store store) {
            return List.of(store.value(), store.index());
        } else if (statement instanceof If branch) {
            return List.of(branch.condition());
        } else if (statement instanceof For loop) {
            return List.of(loop.from(), loop.to());
        } else if (statement instanceof Call call) {
            return call.arguments();
        }
        return List.of();
    }

    static Statement withExpression(Statement statement, int index, Expr expression) {
        if (statement instanceof Assign assign) {
            return new Assign(assign.target(), expression, assign.guarded());
        } else if (statement instanceof Store store) {
            return index == 0
                    ? new Store(store.array(), store.index(), expression)
                    : new Store(store.array(), expression, store.value());
        } else if (statement instanceof If branch) {
            return new If(expression, branch.then(), branch.otherwise());
        } else if (statement instanceof For loop) {
            return new For(
                    loop.label(),
                    loop.counter(),
                    index == 0 ? expression : loop.from(),
                    index == 1 ? expression : loop.to(),
                    loop.step(),
                    loop.body());
        } else if (statement instanceof Call call) {
            List<Expr> arguments = new ArrayList<>(call.arguments());
            arguments.set(index, expression);
            return new Call(call.results(), call.callee(), arguments);
        }
        throw new IllegalArgumentException("no expression " + index + " in " + statement);
    }
}
