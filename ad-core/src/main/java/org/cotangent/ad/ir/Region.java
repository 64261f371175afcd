package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of the procedure being lowered: its body, a branch of a condition, or the body of a loop. */
final class Region {

    final int depth;

    @Nullable
    final Region parent;

    /** The loop this is in or is; loops of graphs never nest. */
    @Nullable
    final Region loop;

    /** The other branch of the same condition. */
    @Nullable
    private Region sibling;

    final List<Statement> statements = new ArrayList<>();

    private Region(@Nullable Region parent, boolean isLoop) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.loop = isLoop ? this : parent == null ? null : parent.loop;
    }

    static Region root() {
        return new Region(null, false);
    }

    Region openLoop() {
        return new Region(this, true);
    }

    /** Regions for the two branches of one condition. */
    Region[] openBranches() {
        Region[] branches = {new Region(this, false), new Region(this, false)};
        branches[0].sibling = branches[1];
        branches[1].sibling = branches[0];
        return branches;
    }

    @Nullable
    Region sibling() {
        return sibling;
    }

    /** The region that the loop around this one stands in; this region where there is no loop. */
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

    Statement.Block block() {
        return Statement.Block.of(statements);
    }
}
