package org.cotangent.ad.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/** A stretch of the procedure being lowered: its body, a branch of a condition, or the body of a loop. */
final class Region {

    private static final Expr ONCE = Expr.constant(1);

    final int depth;

    @Nullable
    final Region parent;

    /** The innermost loop this is in or is. */
    @Nullable
    final Region loop;

    /** The counter of this loop; all loops in as many loops share one. */
    @Nullable
    final Variable counter;

    /** How many turns this loop makes, in terms of the graph. */
    final Expr turns;

    /** The other branch of the same condition. */
    @Nullable
    private Region sibling;

    final List<Statement> statements = new ArrayList<>();

    private Region(@Nullable Region parent, @Nullable Variable counter, Expr turns) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.counter = counter;
        this.turns = turns;
        this.loop = counter != null ? this : parent == null ? null : parent.loop;
    }

    static Region root() {
        return new Region(null, null, ONCE);
    }

    Region openLoop(Variable loopCounter, Expr loopTurns) {
        return new Region(this, loopCounter, loopTurns);
    }

    /** Regions for the two branches of one condition. */
    Region[] openBranches() {
        Region[] branches = {new Region(this, null, ONCE), new Region(this, null, ONCE)};
        branches[0].sibling = branches[1];
        branches[1].sibling = branches[0];
        return branches;
    }

    @Nullable
    Region sibling() {
        return sibling;
    }

    /** The loops around this region, itself included if it is one, the outermost first. */
    List<Region> loops() {
        Deque<Region> loops = new ArrayDeque<>();
        for (Region around = loop; around != null; around = around.enclosing().loop) {
            loops.push(around);
        }
        return List.copyOf(loops);
    }

    /** Whether this is passed in every turn of the innermost loop around it; true outside of loops. */
    boolean isEveryTurn() {
        return loop == null || loop == this;
    }

    /** The region that the innermost loop around this one stands in. */
    Region outsideLoop() {
        return loop == null ? this : loop.enclosing();
    }

    /** The region around this one. */
    Region enclosing() {
        if (parent == null) {
            throw new IllegalStateException("the body of a procedure has no enclosing region");
        }
        return parent;
    }

    boolean contains(Region other) {
        Region region = other;
        while (region.depth > depth) {
            region = region.enclosing();
        }
        return region == this;
    }

    static Region common(Region a, Region b) {
        Region region = a;
        while (!region.contains(b)) {
            region = region.enclosing();
        }
        return region;
    }

    Statement.Block block() {
        return Statement.Block.of(statements);
    }
}
