package org.cotangent.ad.check;

/** A function of a point whose derivatives are measured. */
@FunctionalInterface
interface Values {

    /**
     * @param x point, a copy that may be kept
     * @return the values, a new array
     */
    double[] at(double[] x);
}
