package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;

/** What lowering knows of one shared expression: where it is used, where it is evaluated, its value. */
final class Placed {

    /** Regions that use it; true where every turn through the region needs it. */
    private Map<Region, Boolean> uses = new LinkedHashMap<>(2);

    private int useCount;
    private boolean hoisted;
    private boolean certain;
    private boolean whole;

    /** One evaluation: where, the regions opened for its operands, and the resulting expression. */
    static final class Evaluation {
        private static final Region[] NONE = {};
        private static final Expr UNKNOWN = Expr.constant(Double.NaN);

        final Region region;
        final boolean materialised;
        Region[] inner = NONE;
        Expr value = UNKNOWN;
        int size;

        Evaluation(Region region, boolean materialised) {
            this.region = region;
            this.materialised = materialised;
        }
    }

    private final List<Evaluation> evaluations = new ArrayList<>(1);

    void use(Region region, boolean needed) {
        uses.merge(region, needed, (a, b) -> a || b);
        useCount++;
    }

    /** A use in a loop of something that is evaluated before the loop. */
    void useBeforeLoop(Region region, boolean needed) {
        use(region.outsideLoop(), needed && isEveryTurn(region));
        hoisted = true;
    }

    /** Whether a region in a loop is passed in every turn; true outside of loops. */
    private static boolean isEveryTurn(Region region) {
        return region.loop == null || region == region.loop;
    }

    /** A use as an array, not element by element. */
    void useWhole(Region region, boolean needed) {
        use(region.outsideLoop(), needed && isEveryTurn(region));
        whole = true;
    }

    boolean isUsed() {
        return useCount > 0;
    }

    /** Whether the one user can hold this expression inside its own. */
    boolean isInlineable() {
        return useCount == 1 && !hoisted;
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

    /** Whether every use is by elements of one and the same loop. */
    boolean staysInOneLoop() {
        return !whole
                && uses.keySet().stream().map(region -> region.loop).distinct().count() == 1
                && uses.keySet().iterator().next().loop != null;
    }

    /** Places an array, with a loop of its own, before all loops that use it. */
    void materialise() {
        Map<Region, Boolean> inLoops = new LinkedHashMap<>(uses);
        uses.clear();
        inLoops.forEach(
                (region, needed) -> uses.merge(region.outsideLoop(), needed && isEveryTurn(region), (a, b) -> a || b));
        collapse();
        finish(true);
    }

    /** Places one evaluation where all uses see it. */
    void placeOnce() {
        collapse();
        finish(false);
    }

    /** Places an evaluation in each region that needs it and nowhere else, as it may throw. */
    void placeWhereNeeded() {
        joinBranches();
        List<Region> all = new ArrayList<>(uses.keySet());
        uses.keySet().removeIf(region -> all.stream().anyMatch(other -> other != region && other.contains(region)));
        finish(false);
    }

    private void finish(boolean materialised) {
        certain = !uses.containsValue(false);
        uses.keySet().forEach(region -> evaluations.add(new Evaluation(region, materialised)));
        uses = Map.of();
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

    private void collapse() {
        joinBranches();
        Region common = uses.keySet().stream().reduce(Placed::common).orElseThrow();
        boolean needed = uses.getOrDefault(common, false);
        uses.clear();
        uses.put(common, needed);
    }

    private static Region common(Region a, Region b) {
        Region region = a;
        while (!region.contains(b)) {
            region = region.enclosing();
        }
        return region;
    }
}
