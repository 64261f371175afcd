package org.cotangent.ad.ir;

import java.util.Map;
import org.cotangent.ad.expr.Foreign;

/**
 * Tells whoever reads Java what static methods are whose source is not there: which derivatives they
 * have. Implemented by the module that holds the methods, and found by {@link
 * java.util.ServiceLoader}: by the annotation processor on the path of processors, so that a jar with
 * routines and a library of their rules stands there beside the processor.
 *
 * <p>A method is either an {@link External} with rules, or a {@link Program} of calls of such: then its
 * derivatives are those of the program, and what the program computes on its way, a factorisation
 * perhaps, is kept for the reverse sweep like the values of any other program.
 */
public interface RoutineLibrary {

    /**
     * What the methods are.
     *
     * @return an {@link External} or a {@link Program} for each method, whose parameters and results,
     *     those of its entry, have the types that the method declares; a program computes what the
     *     method does, to the bit
     */
    Map<External.Method, Foreign> methods();
}
