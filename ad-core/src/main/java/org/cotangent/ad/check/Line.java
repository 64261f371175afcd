package org.cotangent.ad.check;

import java.util.Arrays;

/** The values of a function on a straight line through a point; NaN where it is not defined. */
final class Line {

    private final Values values;
    private final int rows;
    private final double[] x;
    private final Direction direction;

    Line(Values values, int rows, double[] x, Direction direction) {
        this.values = values;
        this.rows = rows;
        this.x = x;
        this.direction = direction;
    }

    int rows() {
        return rows;
    }

    Direction direction() {
        return direction;
    }

    /** The values at a signed distance, length {@link #rows}. */
    double[] at(double distance) {
        try {
            return values.at(direction.from(x, distance));
        } catch (RuntimeException refused) {
            // Points nobody asked for may be outside of the domain, which some functions say by throwing.
            double[] undefined = new double[rows];
            Arrays.fill(undefined, Double.NaN);
            return undefined;
        }
    }

    double gone(double distance) {
        return direction.gone(x, distance);
    }
}
