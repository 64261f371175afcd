package org.cotangent.ad.eval;

import java.util.List;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Site;

/**
 * A compiled program. Immutable, shared by all machines that run it.
 *
 * @param bodies the procedures, the entry first
 * @param sites a tape each
 * @param types types of allocations
 * @param failures exceptions that statements throw
 * @param externals routines that statements call
 */
record Executable(
        List<Body> bodies, List<Site> sites, List<Type> types, List<Failure> failures, List<External> externals) {

    Body entry() {
        return bodies.get(0);
    }
}
