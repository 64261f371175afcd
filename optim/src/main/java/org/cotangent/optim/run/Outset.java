package org.cotangent.optim.run;

import java.util.Optional;

/** What a run began with, to measure by what it comes to. */
final class Outset implements Stateful {

    private double[] point = {};
    private double value;
    private double gradientNorm;
    private double pointNorm;

    /**
     * Notes the start; a verdict if nothing can begin there.
     *
     * @param outside what the function said if it has no value there, else empty
     */
    Optional<Verdict> note(double[] start, double itsValue, double[] gradient, String outside) {
        point = start.clone();
        value = itsValue;
        gradientNorm = Vectors.norm(gradient);
        pointNorm = Vectors.norm(point);
        return Double.isFinite(value) && Double.isFinite(gradientNorm)
                ? Optional.empty()
                : Optional.of(new Verdict(Status.NON_FINITE_START, text(gradient, outside)));
    }

    private String text(double[] gradient, String outside) {
        int bad = notFinite(point);
        if (bad < point.length) {
            return "start[" + bad + "] is " + point[bad] + ", expected a finite number";
        }
        if (!outside.isEmpty()) {
            return "the function has no value there: " + outside;
        }
        int wrong = notFinite(gradient);
        return "the value is " + value
                + (wrong < gradient.length ? " and gradient[" + wrong + "] " + told(value, gradient[wrong]) : "")
                + ", expected finite numbers";
    }

    /** Buffers begin as NaN, so that what a function forgets to write shows. */
    private static String told(double value, double entry) {
        return Double.isFinite(value) && Double.isNaN(entry) ? "is NaN, or was not written" : "is " + entry;
    }

    /** The first entry that is not finite; the length if all are. */
    private static int notFinite(double[] vector) {
        int i = 0;
        while (i < vector.length && Double.isFinite(vector[i])) {
            i++;
        }
        return i;
    }

    /** The start itself: the buffer, not to be modified. */
    double[] point() {
        return point;
    }

    double value() {
        return value;
    }

    double gradientNorm() {
        return gradientNorm;
    }

    double pointNorm() {
        return pointNorm;
    }

    @Override
    public void exchange(State state) {
        point = state.array(point);
        value = state.number(value);
        gradientNorm = state.number(gradientNorm);
        pointNorm = state.number(pointNorm);
    }
}
