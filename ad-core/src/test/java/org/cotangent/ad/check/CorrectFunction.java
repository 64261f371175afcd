package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;

/** Families of functions with correct derivatives that are hard to check: each draw is another one. */
enum CorrectFunction {
    /** Condition number up to 1e8, in rotated axes, anywhere. */
    ILL_CONDITIONED_QUADRATIC {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            Quadratic quadratic = Quadratic.draw(random);
            return DerivativeCheck.of(quadratic).at(numbers(random, quadratic.dimension(), -2, 2));
        }
    },

    /** As above, but next to the minimum, where the gradient cancels. */
    NEAR_THE_MINIMUM {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            Quadratic quadratic = Quadratic.draw(random);
            double distance = power(random, -8, -2);
            double[] x = quadratic.minimum().clone();
            for (int i = 0; i < x.length; i++) {
                x[i] += distance * uniform(random, -1, 1);
            }
            return DerivativeCheck.of(quadratic).at(x);
        }
    },

    /** Variables between 1e-6 and 1e6 in size. */
    BADLY_SCALED {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            int n = 2 + random.nextInt(5);
            double[] size =
                    IntStream.range(0, n).mapToDouble(i -> power(random, -6, 6)).toArray();
            double[] x = numbers(random, n, -2, 2);
            Arrays.setAll(x, i -> x[i] * size[i]);
            return DerivativeCheck.of(Functions.of(n, at -> waves(scaled(at, size)), (at, gradient) -> {
                        wavesGradient(scaled(at, size), gradient);
                        Arrays.setAll(gradient, i -> gradient[i] / size[i]);
                    }))
                    .at(x);
        }
    },

    /** A constant up to 1e8 times the function, added and taken away. */
    CANCELLING_CONSTANT {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            int n = 2 + random.nextInt(5);
            double constant = power(random, 2, 8);
            return DerivativeCheck.of(
                            Functions.of(n, x -> (waves(x) + constant) - constant, CorrectFunction::wavesGradient))
                    .at(numbers(random, n, -2, 2));
        }
    },

    /** Deterministic noise up to 1e-8 of the function, another one for each bit of the point. */
    NOISY {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            int n = 2 + random.nextInt(5);
            double noise = power(random, -14, -8);
            return DerivativeCheck.of(Functions.of(
                            n,
                            x -> waves(x) + noise * (new SplittableRandom(Arrays.hashCode(x)).nextDouble() - 0.5),
                            CorrectFunction::wavesGradient))
                    .at(numbers(random, n, -2, 2));
        }
    },

    /** Rosenbrock's valley with walls up to 1e8 steep, on its floor. */
    NARROW_VALLEY {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            double steep = power(random, 0, 8);
            double x = uniform(random, -2, 2);
            return DerivativeCheck.of(valley(steep)).at(x, x * x + power(random, -6, 0));
        }
    },

    /** Residuals of a sum of decays that is nearly linearly dependent. */
    SUM_OF_DECAYS {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            double closeness = power(random, -6, 0);
            double rate = uniform(random, 0.2, 2);
            return DerivativeCheck.of(decays(12))
                    .at(uniform(random, -3, 3), rate, uniform(random, -3, 3), rate + closeness);
        }
    },

    /** Cold log-sum-exp: nearly a maximum. */
    COLD_LOG_SUM_EXP {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            int n = 2 + random.nextInt(5);
            double temperature = power(random, -1.5, 2);
            return DerivativeCheck.of(Functions.of(
                            n, x -> logSumExp(x, temperature), (x, gradient) -> softmax(x, temperature, gradient)))
                    .at(numbers(random, n, -1, 1));
        }
    },

    /** A product of powers, exponents between -4 and 4. */
    PRODUCT_OF_POWERS {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            int n = 2 + random.nextInt(5);
            double[] exponents = numbers(random, n, -4, 4);
            return DerivativeCheck.of(Functions.of(n, x -> product(x, exponents), (x, gradient) -> {
                        for (int i = 0; i < n; i++) {
                            gradient[i] = product(x, exponents) * exponents[i] / x[i];
                        }
                    }))
                    .at(IntStream.range(0, n)
                            .mapToDouble(i -> power(random, -2, 2))
                            .toArray());
        }
    },

    /** A fast oscillation, up to 1e5 periods per unit, on a slow one. */
    FAST_OSCILLATION {
        @Override
        DerivativeCheck draw(SplittableRandom random) {
            double frequency = power(random, 0, 6);
            double height = power(random, -3, 0);
            return DerivativeCheck.of(Functions.of(
                            1,
                            x -> x[0] * x[0] + height * Math.sin(frequency * x[0]),
                            (x, gradient) -> gradient[0] = 2 * x[0] + height * frequency * Math.cos(frequency * x[0])))
                    .at(uniform(random, -2, 2));
        }
    };

    /** A check of another function of the family, at a point where it is hard. */
    abstract DerivativeCheck draw(SplittableRandom random);

    static double uniform(SplittableRandom random, double lower, double upper) {
        return lower + (upper - lower) * random.nextDouble();
    }

    static double power(SplittableRandom random, double lower, double upper) {
        return Math.pow(10, uniform(random, lower, upper));
    }

    static double[] numbers(SplittableRandom random, int count, double lower, double upper) {
        return IntStream.range(0, count)
                .mapToDouble(i -> uniform(random, lower, upper))
                .toArray();
    }

    private static double[] scaled(double[] x, double[] size) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] / size[i]).toArray();
    }

    /** Σ sin(xᵢ) exp(xᵢ₊₁/2), indices modulo n. */
    private static double waves(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.sin(x[i]) * Math.exp(x[(i + 1) % x.length] / 2);
        }
        return sum;
    }

    private static void wavesGradient(double[] x, double[] gradient) {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            gradient[i] = Math.cos(x[i]) * Math.exp(x[(i + 1) % n] / 2)
                    + Math.sin(x[(i + n - 1) % n]) * Math.exp(x[i] / 2) / 2;
        }
    }

    private static TwiceDifferentiableFunction valley(double steep) {
        return Functions.of(
                2,
                x -> steep * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0]),
                (x, gradient) -> {
                    gradient[0] = -4 * steep * (x[1] - x[0] * x[0]) * x[0] - 2 * (1 - x[0]);
                    gradient[1] = 2 * steep * (x[1] - x[0] * x[0]);
                },
                (x, v, product) -> {
                    double corner = -4 * steep * x[0];
                    product[0] =
                            (8 * steep * x[0] * x[0] - 4 * steep * (x[1] - x[0] * x[0]) + 2) * v[0] + corner * v[1];
                    product[1] = corner * v[0] + 2 * steep * v[1];
                });
    }

    private static VectorFunction decays(int observations) {
        return Functions.of(
                4,
                observations,
                (x, y) -> {
                    for (int i = 0; i < observations; i++) {
                        y[i] = x[0] * Math.exp(-x[1] * i) + x[2] * Math.exp(-x[3] * i) - 1;
                    }
                },
                (x, jacobian) -> {
                    for (int i = 0; i < observations; i++) {
                        jacobian[4 * i] = Math.exp(-x[1] * i);
                        jacobian[4 * i + 1] = -i * x[0] * Math.exp(-x[1] * i);
                        jacobian[4 * i + 2] = Math.exp(-x[3] * i);
                        jacobian[4 * i + 3] = -i * x[2] * Math.exp(-x[3] * i);
                    }
                });
    }

    private static double logSumExp(double[] x, double temperature) {
        double largest = Arrays.stream(x).max().orElseThrow();
        return largest
                + temperature
                        * Math.log(Arrays.stream(x)
                                .map(xi -> Math.exp((xi - largest) / temperature))
                                .sum());
    }

    private static void softmax(double[] x, double temperature, double[] gradient) {
        double all = logSumExp(x, temperature);
        Arrays.setAll(gradient, i -> Math.exp((x[i] - all) / temperature));
    }

    private static double product(double[] x, double[] exponents) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= Math.pow(x[i], exponents[i]);
        }
        return product;
    }
}
