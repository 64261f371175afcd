package org.cotangent.codegen.emit;

import java.util.HashSet;
import java.util.Set;
import org.cotangent.ad.ir.Statement;

/** Finds the jumps in a statement. */
final class Jumps {

    private Jumps() {}

    /** Whether a jump to the loop comes from inside another loop, where Java wants its name. */
    static boolean needLabel(String label, Statement.Block body) {
        return jumps(label, body, false);
    }

    private static boolean jumps(String label, Statement statement, boolean insideOther) {
        if (statement instanceof Statement.Break leave) {
            return insideOther && leave.label().equals(label);
        } else if (statement instanceof Statement.Continue next) {
            return insideOther && next.label().equals(label);
        } else if (statement instanceof Statement.Block block) {
            return block.statements().stream().anyMatch(s -> jumps(label, s, insideOther));
        } else if (statement instanceof Statement.If branch) {
            return jumps(label, branch.then(), insideOther) || jumps(label, branch.otherwise(), insideOther);
        } else if (statement instanceof Statement.For loop) {
            return jumps(label, loop.body(), true);
        }
        return statement instanceof Statement.While loop && jumps(label, loop.body(), true);
    }

    /** Whether a statement may be executed elsewhere: no jump leads out of it, nothing returns. */
    static boolean stayInside(Statement statement) {
        return stay(statement, Set.of());
    }

    private static boolean stay(Statement statement, Set<String> labels) {
        if (statement instanceof Statement.Return) {
            return false;
        } else if (statement instanceof Statement.Break leave) {
            return labels.contains(leave.label());
        } else if (statement instanceof Statement.Continue next) {
            return labels.contains(next.label());
        }
        Set<String> inner = new HashSet<>(labels);
        inner.add(label(statement));
        return Blocks.of(statement).stream()
                .allMatch(block -> block.statements().stream().allMatch(s -> stay(s, inner)));
    }

    private static String label(Statement statement) {
        if (statement instanceof Statement.For loop) {
            return loop.label();
        } else if (statement instanceof Statement.While loop) {
            return loop.label();
        }
        return statement instanceof Statement.Block block ? block.label() : "";
    }
}
