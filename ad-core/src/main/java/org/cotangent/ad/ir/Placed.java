package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.GraphNode;
import org.jspecify.annotations.Nullable;

/** What lowering knows of one shared expression: where it is used, where it is evaluated, its value. */
final class Placed {

    private static final Map<Region, Boolean> NONE = Collections.emptyMap();

    /** The region that uses it, while it is the only one. */
    private @Nullable Region only;

    /** Whether every turn through the only region needs it. */
    private boolean onlyNeeds;

    /** Otherwise the regions that use it; true where every turn through the region needs it. */
    private Map<Region, Boolean> uses = NONE;

    /** The index of the one element that all uses take, axis by axis; {@link Indices#VARYING} where they differ. */
    private List<Expr> index = List.of();

    private int useCount;
    private boolean moved;
    private boolean certain;

    private List<Evaluation> evaluations = List.of();

    /**
     * Uses the element at an index, or a scalar.
     *
     * @param at as many indices as the expression has axes
     */
    void use(Region region, List<Expr> at, boolean needed) {
        index = useCount == 0 ? at : common(index, at);
        if (useCount == 0 || only == region) {
            only = region;
            onlyNeeds |= needed;
        } else {
            uses().merge(region, needed, (a, b) -> a || b);
        }
        useCount++;
    }

    /** The regions that use it, which may be changed. */
    private Map<Region, Boolean> uses() {
        if (uses == NONE) {
            uses = new LinkedHashMap<>(2);
        }
        if (only != null) {
            uses.put(only, onlyNeeds);
            only = null;
        }
        return uses;
    }

    private static List<Expr> common(List<Expr> first, List<Expr> second) {
        if (first.equals(second)) {
            return first;
        }
        List<Expr> common = new ArrayList<>(first);
        for (int k = 0; k < common.size(); k++) {
            if (!first.get(k).equals(second.get(k))) {
                common.set(k, Indices.VARYING);
            }
        }
        return common;
    }

    boolean isUsed() {
        return useCount > 0;
    }

    /** Whether the one user can hold this expression inside its own. */
    boolean isInlineable() {
        return useCount == 1 && !moved;
    }

    boolean isUsedOnce() {
        return useCount == 1;
    }

    /** Whether the procedure's result always needs it, so that its derivative never meets a zero adjoint alone. */
    boolean isCertain() {
        return certain;
    }

    List<Evaluation> evaluations() {
        return evaluations;
    }

    /** The evaluation that a region sees. */
    Evaluation seenFrom(Region region) {
        for (Evaluation evaluation : evaluations) {
            if (evaluation.region.contains(region)) {
                return evaluation;
            }
        }
        throw new IllegalStateException("lowering has left out an operand");
    }

    /**
     * Places an array: its one element where all uses take the same and no loop around would compute
     * it again, else all elements along the axes where uses differ.
     *
     * @param innermost the loop that its elements depend on
     * @param throwing whether it may throw, so that it is evaluated only where it is needed
     */
    void placeArray(GraphNode node, Indices indices, @Nullable Region innermost, boolean throwing) {
        List<Expr> fixed = new ArrayList<>();
        for (int k = 0; k < index.size(); k++) {
            fixed.add(node.isPointwise(k) ? index.get(k) : Indices.VARYING);
        }
        Region loop = coveredLoop(fixed, innermost);
        if (fixed.stream().allMatch(at -> indices.isKnown(at, loop))) {
            move(loop, false);
            if (throwing) {
                finishApart(fixed, false);
            } else {
                finishTogether(fixed, false);
            }
            return;
        }
        move(innermost, false);
        fixed.replaceAll(at -> indices.isKnown(at, innermost) ? at : Indices.VARYING);
        finishTogether(fixed, true);
    }

    /** The innermost loop, common to all uses, in which no element is computed twice. */
    @Nullable
    private Region coveredLoop(List<Expr> fixed, @Nullable Region innermost) {
        Region common = uses().keySet().stream().reduce(Region::common).orElseThrow();
        Region covered = null;
        for (Region loop : common.loops()) {
            boolean inside = innermost != null && loop.contains(innermost);
            if (!inside && fixed.stream().noneMatch(at -> loop.counter != null && Indices.mentions(at, loop.counter))) {
                return covered;
            }
            covered = loop;
        }
        return covered;
    }

    /** Places a scalar once, where all uses see it, outside of loops that it does not depend on. */
    void placeOnce(@Nullable Region innermost) {
        if (only != null && only.loop == innermost) {
            certain = onlyNeeds;
            evaluations = List.of(new Evaluation(only, List.of(), false));
            only = null;
            return;
        }
        move(innermost, false);
        finishTogether(List.of(), false);
    }

    /** Places an evaluation in each region that needs it and nowhere else, as it may throw. */
    void placeWhereNeeded(@Nullable Region innermost) {
        move(innermost, true);
        finishApart(List.of(), false);
    }

    /** Moves uses out of loops. */
    private void move(@Nullable Region target, boolean staysInBranches) {
        Map<Region, Boolean> before = uses();
        uses = new LinkedHashMap<>(2);
        before.forEach((region, needed) -> {
            Region place = region;
            boolean always = needed;
            while (place.loop != target && !(staysInBranches && !place.isEveryTurn())) {
                always &= place.isEveryTurn();
                place = place.outsideLoop();
            }
            moved |= place != region;
            uses.merge(place, always, (a, b) -> a || b);
        });
    }

    private void finishTogether(List<Expr> at, boolean materialised) {
        joinBranches();
        Region common = uses.keySet().stream().reduce(Region::common).orElseThrow();
        boolean needed = uses.getOrDefault(common, false);
        moved |= !uses.containsKey(common);
        uses.clear();
        uses.put(common, needed);
        finish(at, materialised);
    }

    private void finishApart(List<Expr> at, boolean materialised) {
        joinBranches();
        List<Region> all = new ArrayList<>(uses.keySet());
        uses.keySet().removeIf(region -> all.stream().anyMatch(other -> other != region && other.contains(region)));
        finish(at, materialised);
    }

    private void finish(List<Expr> at, boolean materialised) {
        certain = !uses.containsValue(false);
        evaluations = uses.keySet().stream()
                .map(region -> new Evaluation(region, at, materialised))
                .toList();
        uses = NONE;
    }

    /** Something that both branches need is needed before them. */
    private void joinBranches() {
        boolean joined = true;
        while (joined) {
            joined = false;
            for (Region region : List.copyOf(uses.keySet())) {
                joined |= joinBranches(region);
            }
        }
    }

    private boolean joinBranches(Region region) {
        Region sibling = region.sibling();
        if (sibling == null || !uses.getOrDefault(region, false) || !uses.getOrDefault(sibling, false)) {
            return false;
        }
        uses.remove(region);
        uses.remove(sibling);
        uses.put(region.enclosing(), true);
        return true;
    }
}
