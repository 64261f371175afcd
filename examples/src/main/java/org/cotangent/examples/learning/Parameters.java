package org.cotangent.examples.learning;

import java.util.Collections;
import java.util.List;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.model.ModelSum;

/** Three ways to write the same normal distribution by two numbers: what natural parameters they mean. */
enum Parameters {
    DEVIATION("mean, deviation", ParametersDerivatives.byDeviation(2)) {
        @Override
        double[] of(double mean, double deviation) {
            return new double[] {mean, deviation};
        }

        @Override
        double deviation(double second) {
            return second;
        }
    },
    LOGARITHM("mean, log deviation", ParametersDerivatives.byLogarithm(2)) {
        @Override
        double[] of(double mean, double deviation) {
            return new double[] {mean, Math.log(deviation)};
        }

        @Override
        double deviation(double second) {
            return Math.exp(second);
        }
    },
    PRECISION("mean, precision", ParametersDerivatives.byPrecision(2)) {
        @Override
        double[] of(double mean, double deviation) {
            return new double[] {mean, 1 / (deviation * deviation)};
        }

        @Override
        double deviation(double second) {
            return 1 / Math.sqrt(second);
        }
    };

    private final String title;
    private final VectorFunction natural;

    Parameters(String title, VectorFunction natural) {
        this.title = title;
        this.natural = natural;
    }

    @Differentiable
    static double[] byDeviation(double[] p) {
        return new double[] {p[0] / (p[1] * p[1]), -0.5 / (p[1] * p[1])};
    }

    @Differentiable
    static double[] byLogarithm(double[] p) {
        double precision = Math.exp(-2 * p[1]);
        return new double[] {p[0] * precision, -0.5 * precision};
    }

    @Differentiable
    static double[] byPrecision(double[] p) {
        return new double[] {p[0] * p[1], -0.5 * p[1]};
    }

    String title() {
        return title;
    }

    /** The two numbers. */
    abstract double[] of(double mean, double deviation);

    /** The deviation that the second number means. */
    abstract double deviation(double second);

    /** The mean surprise of a sample, as a function of the two numbers. */
    ModelSum surprise(double[] sample) {
        List<VectorFunction> same = Collections.nCopies(sample.length, natural);
        return new ModelSum(same, new NormalLoss(sample));
    }
}
