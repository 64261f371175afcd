package org.cotangent.ad.check;

import static org.cotangent.ad.check.CorrectFunction.power;
import static org.cotangent.ad.check.CorrectFunction.uniform;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Families of functions at the limits of what differences can see. */
enum HardFunction {
    /** Values and variables of any size that double has, derivatives too. */
    EXTREME_SCALES(true) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double exponent = uniform(random, -300, 300);
            double lower = Math.max(-300, exponent - 300);
            double upper = Math.min(300, exponent + 300);
            double[] sizes = Arrays.stream(smooth.x())
                    .map(xi -> power(random, lower, upper))
                    .toArray();
            return smooth.scaled(sizes, new double[sizes.length], Math.pow(10, exponent));
        }
    },

    /** Values that cancel to 0 at the point. */
    CANCELLED_VALUE(true) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double here = smooth.value().applyAsDouble(smooth.x());
            return smooth.computed(x -> smooth.value().applyAsDouble(x) - here);
        }
    },

    /** Fractions that sum up to nearly 0, so that their rounding errors repeat themselves. */
    CANCELLING_SUM(true) {
        @Override
        Sample draw(SplittableRandom random) {
            int n = 2 + random.nextInt(10);
            double divisor = 1 + random.nextInt(20);
            double[] x = new double[n];
            Arrays.setAll(x, i -> (i + 1.0) / (n + 1));
            return new Sample(
                    at -> {
                        double sum = 0;
                        for (double xi : at) {
                            sum += (2 * xi - 1) / divisor;
                        }
                        return sum;
                    },
                    (at, gradient) -> Arrays.fill(gradient, 2 / divisor),
                    x);
        }
    },

    /** A kink between 1e-14 and 3 away. */
    KINK_NEARBY(false) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double kink = smooth.x()[0] + sign(random) * power(random, -14, 0.5);
            double steep = power(random, -4, 2);
            return smooth.plus(0, t -> steep * Math.abs(t - kink), t -> steep * Math.signum(t - kink));
        }
    },

    /** A step of the value between 1e-13 and 3 away. */
    STEP_NEARBY(false) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double edge = smooth.x()[0] + sign(random) * power(random, -13, 0.5);
            double high = power(random, -6, 2);
            return smooth.plus(0, t -> t > edge ? high : 0, t -> 0);
        }
    },

    /** The domain ends between 1e-12 and 1 away, with an infinite slope. */
    EDGE_NEARBY(false) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double edge = smooth.x()[0] - power(random, -12, 0);
            return random.nextBoolean()
                    ? smooth.plus(0, t -> Math.log(t - edge), t -> 1 / (t - edge))
                    : smooth.plus(0, t -> Math.sqrt(t - edge), t -> 0.5 / Math.sqrt(t - edge));
        }
    },

    /** A constant between 1e3 and 1e15 added. */
    HUGE_OFFSET(false) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double offset = power(random, 3, 15);
            return smooth.computed(x -> smooth.value().applyAsDouble(x) + offset);
        }
    },

    /** The same whatever the first variable. */
    CONSTANT_IN_ONE_VARIABLE(true) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double fixed = smooth.x()[0];
            return new Sample(
                    x -> smooth.value().applyAsDouble(with(fixed, x)),
                    (x, gradient) -> {
                        smooth.gradient().accept(with(fixed, x), gradient);
                        gradient[0] = 0;
                    },
                    smooth.x());
        }
    },

    /** Values rounded to float. */
    SINGLE_PRECISION(false) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            return smooth.computed(x -> (float) smooth.value().applyAsDouble(x));
        }
    },

    /** A peak far away, whose slope here is nothing beside the rounding error of the value. */
    FAR_PEAK(false) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample flat = CONSTANT_IN_ONE_VARIABLE.draw(random);
            double width = power(random, -1.5, 1.5);
            double top = flat.x()[0] + sign(random) * power(random, -1, 1);
            double height = power(random, -2, 2);
            return flat.plus(
                    0,
                    t -> height * Math.exp(-(t - top) * (t - top) / width / width),
                    t -> -2 * height * (t - top) / width / width * Math.exp(-(t - top) * (t - top) / width / width));
        }
    },

    /** At coordinates that are 0, which say nothing about the scale of the function: 1e-10 to 1e10. */
    AT_ZERO(false) {
        @Override
        Sample draw(SplittableRandom random) {
            Sample smooth = Sample.smooth(random);
            double[] sizes =
                    Arrays.stream(smooth.x()).map(xi -> power(random, -10, 10)).toArray();
            return smooth.scaled(sizes, smooth.x(), 1);
        }
    };

    private final boolean decidable;

    HardFunction(boolean decidable) {
        this.decidable = decidable;
    }

    /** Another function of the family with its right gradient. */
    abstract Sample draw(SplittableRandom random);

    /** Whether differences see every derivative of every function of the family. */
    boolean decidable() {
        return decidable;
    }

    private static double sign(SplittableRandom random) {
        return random.nextBoolean() ? 1 : -1;
    }

    private static double[] with(double first, double[] x) {
        double[] other = x.clone();
        other[0] = first;
        return other;
    }
}
