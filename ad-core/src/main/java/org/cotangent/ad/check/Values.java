package org.cotangent.ad.check;

/** A function of a point whose derivatives are measured. */
@FunctionalInterface
interface Values {

    /**
     * The values at a point.
     *
     * @param x point, a copy that may be kept
     * @return the values, a new array
     */
    double[] at(double[] x);
}
