package org.cotangent.ad.check;

import java.util.List;

/**
 * Derivatives as code under test computes them.
 *
 * @param name of the method or rule, as its author calls it
 * @param derivatives what computes them
 */
record Claim(String name, Derivatives derivatives) {

    @FunctionalInterface
    interface Derivatives {

        /**
         * The derivatives claimed at a point.
         *
         * @param x point, not modified
         * @param directions to take derivatives along
         * @return for each direction the derivatives of all values, new arrays
         */
        double[][] at(double[] x, List<Direction> directions);
    }
}
