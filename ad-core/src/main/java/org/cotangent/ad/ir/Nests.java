package org.cotangent.ad.ir;

import java.util.List;
import java.util.Objects;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement.Comment;
import org.cotangent.ad.ir.Statement.For;

/** Closes loops: what is complete goes into the regions around it. */
final class Nests {

    /** A comment is cut off behind so many characters. */
    private static final int MAX_COMMENT = 100;

    private final Emitted emitted;
    private int loops;

    Nests(Emitted emitted) {
        this.emitted = emitted;
    }

    /** A new name of a loop. */
    String label() {
        loops++;
        return "loop" + loops;
    }

    static Variable counter(Region loop) {
        return Objects.requireNonNull(loop.counter, "a region that is no loop has no counter");
    }

    /** Adds loops, the outermost first, to the region that they stand in. */
    void close(Region region, List<Region> nest, Expr node) {
        if (!nest.isEmpty()) {
            region.statements.add(new Comment(commented(node)));
        }
        for (int k = nest.size() - 1; k >= 0; k--) {
            Region loop = nest.get(k);
            Region around = loop.enclosing();
            Variable counter = counter(loop);
            Expr turns = emitted.value(loop.turns, around);
            around.statements.add(new For(label(), counter, Expr.constant(0), turns, 1, loop.block()));
        }
    }

    private static String commented(Expr node) {
        String text = node.toString();
        return text.length() <= MAX_COMMENT ? text : text.substring(0, MAX_COMMENT) + "...";
    }
}
