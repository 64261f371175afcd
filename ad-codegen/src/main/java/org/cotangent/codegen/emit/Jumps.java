package org.cotangent.codegen.emit;

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
}
