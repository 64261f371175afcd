package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.ir.Statement;

/** The blocks directly inside a statement. */
final class Blocks {

    private Blocks() {}

    /** None for statements that hold no statements, and for loops written as a call. */
    static List<Statement.Block> of(Statement statement) {
        if (statement instanceof Statement.Block block) {
            return List.of(block);
        } else if (statement instanceof Statement.If branch) {
            return List.of(branch.then(), branch.otherwise());
        } else if (statement instanceof Statement.While loop) {
            return List.of(loop.body());
        } else if (statement instanceof Statement.For loop) {
            return FillLoop.of(loop).isPresent() ? List.of() : List.of(loop.body());
        }
        return List.of();
    }
}
