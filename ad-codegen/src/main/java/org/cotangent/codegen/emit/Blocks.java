package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.ir.Statement;

/** The blocks directly inside a statement. */
final class Blocks {

    private Blocks() {}

    /** None for statements that hold no statements, and for loops written as a call. */
    static List<Statement.Block> of(Statement statement) {
        return statement instanceof Statement.For loop && FillLoop.of(loop).isPresent()
                ? List.of()
                : statement.blocks();
    }
}
