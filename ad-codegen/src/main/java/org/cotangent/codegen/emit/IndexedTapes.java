package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Callee.Internal;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * Loops that push or pop one real in every turn, so that its place on the tape follows from the counter:
 * the whole stretch of the tape is taken before the loop. A push has to wait for the last one's change of
 * the tape's size, which costs two to three times as much.
 */
final class IndexedTapes {

    /**
     * How one site is used in a loop.
     *
     * @param pushes whether the loop pushes, counting up, or pops, counting down
     */
    record Use(Site site, boolean pushes) {}

    private IndexedTapes() {}

    /** The sites whose tapes can be used by index in a loop. */
    static List<Use> of(Statement.For loop) {
        List<Use> uses = new ArrayList<>();
        if (Math.abs(loop.step()) != 1 || !isPlain(loop.body())) {
            return uses;
        }
        Map<Site, Integer> all = new HashMap<>();
        count(loop.body(), all);
        boolean up = loop.step() > 0;
        Map<Site, Boolean> candidates = new LinkedHashMap<>();
        for (Statement statement : loop.body().statements()) {
            if (up && statement instanceof Statement.Save save) {
                candidates.put(save.site(), true);
            } else if (!up && statement instanceof Statement.Restore restore) {
                candidates.put(restore.site(), false);
            }
        }
        candidates.forEach((site, pushes) -> {
            if (site.type().equals(Type.DOUBLE) && Known.of(all, site) == 1) {
                uses.add(new Use(site, pushes));
            }
        });
        return uses;
    }

    /** Whether every turn comes to its end, and no method is called that might use the tapes. */
    private static boolean isPlain(Statement.Block block) {
        for (Statement statement : block.statements()) {
            boolean jumps = statement instanceof Statement.Break
                    || statement instanceof Statement.Continue
                    || statement instanceof Statement.Return;
            boolean calls = statement instanceof Statement.Call call && call.callee() instanceof Internal;
            if (jumps || calls || !Blocks.of(statement).stream().allMatch(IndexedTapes::isPlain)) {
                return false;
            }
        }
        return true;
    }

    private static void count(Statement.Block block, Map<Site, Integer> uses) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Save save) {
                uses.merge(save.site(), 1, Integer::sum);
            } else if (statement instanceof Statement.Restore restore) {
                uses.merge(restore.site(), 1, Integer::sum);
            }
            Blocks.of(statement).forEach(inner -> count(inner, uses));
        }
    }
}
