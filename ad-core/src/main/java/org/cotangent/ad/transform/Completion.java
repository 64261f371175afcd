package org.cotangent.ad.transform;

import java.util.List;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.ir.Statement;

/** Whether control can go past a statement, by the rules of Java (JLS 14.22), which refuses what is behind. */
public final class Completion {

    private Completion() {}

    public static boolean isPossible(List<Statement> statements) {
        return statements.stream().allMatch(Completion::isPossible);
    }

    public static boolean isPossible(Statement statement) {
        if (statement instanceof Statement.Assign) {
            return true;
        }
        if (statement instanceof Statement.If branch) {
            return isPossible(branch.then().statements())
                    || isPossible(branch.otherwise().statements());
        }
        if (statement instanceof Statement.Block block) {
            return isPossible(block.statements()) || (block.isLabelled() && isLeft(block, block.label()));
        }
        if (statement instanceof Statement.While loop) {
            return !isEndless(loop) || isLeft(loop.body(), loop.label());
        }
        return !isJump(statement);
    }

    private static boolean isEndless(Statement.While loop) {
        return loop.condition() instanceof Constant constant && constant.integer() != 0;
    }

    static boolean isJump(Statement statement) {
        return statement instanceof Statement.Break
                || statement instanceof Statement.Continue
                || statement instanceof Statement.Return
                || statement instanceof Statement.Throw;
    }

    private static boolean isLeft(Statement.Block block, String label) {
        boolean[] left = {false};
        Walk.statements(
                block,
                s -> left[0] |=
                        s instanceof Statement.Break jump && jump.label().equals(label));
        return left[0];
    }
}
