package org.cotangent.optim.run;

import java.util.Optional;

/** What a run began with, to measure by what it comes to. */
final class Outset implements Stateful {

    private double value;
    private double gradientNorm;
    private double pointNorm;

    /**
     * Notes the start; a verdict if nothing can begin there.
     *
     * @param outside what the function said if it has no value there, else empty
     */
    Optional<Verdict> note(double[] point, double itsValue, double itsGradientNorm, String outside) {
        value = itsValue;
        gradientNorm = itsGradientNorm;
        pointNorm = Vectors.norm(point);
        return Double.isFinite(value) && Double.isFinite(gradientNorm)
                ? Optional.empty()
                : Optional.of(new Verdict(Status.NON_FINITE_START, text(point, outside)));
    }

    private String text(double[] point, String outside) {
        for (int i = 0; i < point.length; i++) {
            if (!Double.isFinite(point[i])) {
                return "start[" + i + "] is " + point[i] + ", expected a finite number";
            }
        }
        if (!outside.isEmpty()) {
            return "the function has no value there: " + outside;
        }
        return "the value is " + value + " and the gradient norm " + gradientNorm + ", expected finite numbers";
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
        value = state.number(value);
        gradientNorm = state.number(gradientNorm);
        pointNorm = state.number(pointNorm);
    }
}
