package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Leaves adjoints of elements alone that are taken, set to 0, and given back: what an update {@code
 * a[i] += e} does to the adjoint of {@code a[i]} is nothing.
 */
final class Resets extends Rewrite {

    private final Aliases aliases;

    private Resets(Aliases aliases) {
        this.aliases = aliases;
    }

    static Procedure removed(Procedure procedure, Memory memory) {
        Resets pass = new Resets(Aliases.of(procedure, memory));
        return procedure.withBody(pass.rewrite(procedure.body()));
    }

    @Override
    Statement.Block rewrite(Statement.Block block) {
        List<Statement> statements = new ArrayList<>(block.statements());
        for (int i = 0; i + 1 < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Assign taken
                    && taken.value() instanceof Load element
                    && statements.get(i + 1) instanceof Statement.Store reset
                    && isReset(reset, element)) {
                int back = givenBack(statements, i + 2, taken.target(), element);
                if (back > 0) {
                    statements.remove(back);
                    statements.remove(i + 1);
                }
            }
        }
        return super.rewrite(new Statement.Block(block.label(), statements));
    }

    private static boolean isReset(Statement.Store store, Load element) {
        return isPlace(store, element) && store.value() instanceof Constant zero && zero.is(0.0);
    }

    private static boolean isPlace(Statement.Store store, Load element) {
        return store.array() == element.array() && store.index() == element.index();
    }

    /** Where the element gets back what was taken, with nothing between that could see the difference; else -1. */
    private int givenBack(List<Statement> statements, int from, Variable taken, Load element) {
        for (int i = from; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement instanceof Statement.Store store
                    && isPlace(store, element)
                    && isSum(store.value(), taken, element)) {
                return i;
            }
            if (statement instanceof Statement.Assign sum
                    && isSum(sum.value(), taken, element)
                    && i + 1 < statements.size()
                    && statements.get(i + 1) instanceof Statement.Store store
                    && isPlace(store, element)
                    && store.value() == sum.target()) {
                return i + 1;
            }
            if (!isPlain(statement) || touches(statement, taken, element)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isSum(Expr value, Variable taken, Load element) {
        return value instanceof Apply sum && sum.op() == Op.ADD && sum.operand(0) == element && sum.operand(1) == taken;
    }

    private static boolean isPlain(Statement statement) {
        return statement instanceof Statement.Assign
                || statement instanceof Statement.Store
                || statement instanceof Statement.Restore
                || statement instanceof Statement.Comment;
    }

    private boolean touches(Statement statement, Variable taken, Load element) {
        Object memory = aliases.classOf(element.array());
        boolean[] found = {statement instanceof Statement.Store store && aliases.classOf(store.array()) == memory};
        Walk.expressions(statement, e -> found[0] |= Reads.any(e, part -> isOf(part, memory)));
        Walk.assigned(statement, variable -> found[0] |= variable == taken || Reads.reads((Expr) element, variable));
        return found[0];
    }

    private boolean isOf(Expr part, Object memory) {
        return part instanceof Load load && aliases.classOf(load.array()) == memory;
    }
}
