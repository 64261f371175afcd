package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.cotangent.ad.function.Functions;

/**
 * A function with its gradient, right in closed form, and a point.
 *
 * @param value of the function
 * @param gradient fills its second argument
 * @param x the point, length n
 */
record Sample(ToDoubleFunction<double[]> value, BiConsumer<double[], double[]> gradient, double[] x) {

    /** Waves and a bump, of one to four variables, about 1 in size and period, at a point of [-2, 2]ⁿ. */
    static Sample smooth(SplittableRandom random) {
        int n = 1 + random.nextInt(4);
        double[] height = CorrectFunction.numbers(random, n, -2, 2);
        double[] frequency = CorrectFunction.numbers(random, n, 0.3, 3);
        double[] phase = CorrectFunction.numbers(random, n, -3, 3);
        double[] slant = CorrectFunction.numbers(random, n, -1, 1);
        return new Sample(
                x -> {
                    double sum = bump(slant, x);
                    for (int i = 0; i < n; i++) {
                        sum += height[i] * Math.sin(frequency[i] * x[i] + phase[i]);
                    }
                    return sum;
                },
                (x, gradient) -> Arrays.setAll(
                        gradient,
                        i -> height[i] * frequency[i] * Math.cos(frequency[i] * x[i] + phase[i])
                                - 2 * Vectors.dot(x, slant) * slant[i] * bump(slant, x)),
                CorrectFunction.numbers(random, n, -2, 2));
    }

    private static double bump(double[] slant, double[] x) {
        double along = Vectors.dot(x, slant);
        return Math.exp(-along * along);
    }

    /** With values that are computed in another way. */
    Sample computed(ToDoubleFunction<double[]> other) {
        return new Sample(other, gradient, x);
    }

    /** With a function of one variable added. */
    Sample plus(int variable, ToDoubleFunction<Double> term, ToDoubleFunction<Double> slope) {
        return new Sample(
                at -> value.applyAsDouble(at) + term.applyAsDouble(at[variable]),
                gradient.andThen((at, g) -> g[variable] += slope.applyAsDouble(at[variable])),
                x);
    }

    /** Of variables that are so many times larger, at shifted points, with values so many times larger. */
    Sample scaled(double[] sizes, double[] shift, double factor) {
        int n = x.length;
        double[] moved = new double[n];
        Arrays.setAll(moved, i -> (x[i] - shift[i]) * sizes[i]);
        return new Sample(
                at -> value.applyAsDouble(inner(at, sizes, shift)) * factor,
                (at, g) -> {
                    gradient.accept(inner(at, sizes, shift), g);
                    Arrays.setAll(g, i -> g[i] * factor / sizes[i]);
                },
                moved);
    }

    private static double[] inner(double[] at, double[] sizes, double[] shift) {
        double[] inner = new double[at.length];
        Arrays.setAll(inner, i -> at[i] / sizes[i] + shift[i]);
        return inner;
    }

    double[] gradientHere() {
        double[] here = new double[x.length];
        gradient.accept(x, here);
        return here;
    }

    /** The variable with the largest derivative, times its size: no other hides its errors. */
    int decisive() {
        double[] here = gradientHere();
        int decisive = 0;
        for (int i = 0; i < here.length; i++) {
            decisive = Math.abs(here[i] * size(i)) > Math.abs(here[decisive] * size(decisive)) ? i : decisive;
        }
        return decisive;
    }

    private double size(int variable) {
        return x[variable] == 0 ? 1 : x[variable];
    }

    /** The verdict on the gradient with one derivative multiplied. */
    CheckReport report(int variable, double factor) {
        return DerivativeCheck.of(Functions.of(x.length, value, gradient.andThen((at, g) -> g[variable] *= factor)))
                .at(x)
                .report();
    }
}
