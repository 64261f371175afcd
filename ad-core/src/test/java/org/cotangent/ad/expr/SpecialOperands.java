package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cotangent.ad.runtime.Special;

/**
 * Operands of special functions where their complex values have all digits: less than their whole
 * domain, which the tables of reference values cover. Near a zero only the real functions keep
 * relative accuracy.
 */
final class SpecialOperands {

    private static final double ZERO_OF_DIGAMMA = 1.4616321449683622;

    private SpecialOperands() {}

    static boolean has(Op op) {
        return op.notation().template().startsWith("Special.");
    }

    static Arbitrary<double[]> of(Op op) {
        Arbitrary<Double> order = Arbitraries.integers().between(0, 4).map(n -> (double) n);
        Arbitrary<Double> parameter = between(0.5, 20);
        return switch (op) {
            case SIGMOID, SOFTPLUS -> array(signed(700));
            case SIGMOID_SLOPE -> array(signed(700), order);
            case ERF, ERFC, GAUSSIAN -> array(signed(26));
            case ERFCX -> array(Arbitraries.oneOf(between(-26, 5), magnitude(-60, 60)));
            case ERFCX_INTEGRAL -> array(between(-5, 30), order);
            case ERF_INVERSE ->
                array(Arbitraries.oneOf(between(-1, 1), tail().map(t -> 1 - t))).filter(x -> Math.abs(x[0]) < 1);
            case ERFC_INVERSE ->
                array(Arbitraries.oneOf(between(0, 2), tail(), tail().map(t -> 2 - t)))
                        .filter(x -> x[0] < 2);
            case NORMAL_DENSITY, NORMAL_CDF -> array(signed(37));
            case LOG_NORMAL_CDF -> array(Arbitraries.oneOf(signed(37), between(-10_000, 0)));
            case NORMAL_QUANTILE ->
                array(Arbitraries.oneOf(between(0, 1), tail(), tail().map(t -> 1 - t)))
                        .filter(p -> p[0] < 1);
            case LOG_GAMMA, TRIGAMMA ->
                array(Arbitraries.oneOf(between(0.01, 30), magnitude(-60, 60), nearOneAndTwo()));
            case DIGAMMA ->
                array(Arbitraries.oneOf(between(0.01, 30), magnitude(-60, 60)))
                        .filter(x -> Math.abs(x[0] - ZERO_OF_DIGAMMA) > 0.01);
            case POLYGAMMA -> array(magnitude(-20, 20), order);
            case POLYGAMMA_INCREMENT -> array(parameter, parameter, order);
            case BETA -> array(parameter, parameter);
            case LOG_BETA -> array(parameter, parameter).filter(x -> Math.abs(Special.logBeta(x[0], x[1])) > 0.1);
            case REGULARIZED_GAMMA_P, REGULARIZED_GAMMA_Q, GAMMA_DENSITY -> array(parameter, between(0.01, 40));
            case BETA_DENSITY -> array(between(0.01, 0.99), parameter, parameter);
            case BESSEL_J0 -> array(signed(60)).filter(x -> isFarFromZeros(x[0], 0));
            case BESSEL_J1 -> array(signed(60)).filter(x -> isFarFromZeros(x[0], 1));
            case BESSEL_J -> array(signed(60), order).filter(x -> isFarFromZeros(x[0], (int) x[1]));
            default -> throw new AssertionError("operands of " + op + " are not known");
        };
    }

    /** Whether J, J' and J'' are so large that errors relative to the amplitude are relative errors. */
    private static boolean isFarFromZeros(double x, int n) {
        double value = Special.besselJ(x, n);
        double slope = Special.besselJ(x, n - 1) - Special.besselJ(x, n + 1);
        double bend = Special.besselJ(x, n - 2) - 2 * value + Special.besselJ(x, n + 2);
        double amplitude = Math.sqrt(2 / (Math.PI * Math.max(1, Math.abs(x))));
        double least = Math.min(Math.abs(value), Math.min(Math.abs(slope) / 2, Math.abs(bend) / 4));
        return Math.abs(x) < 0.1 ? Math.abs(x) > 1e-20 : least > 0.2 * amplitude;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Arbitrary<double[]> array(Arbitrary<Double>... operands) {
        return Combinators.combine(new ArrayList<>(List.of(operands)))
                .as(x -> x.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Arbitrary<Double> between(double low, double high) {
        return Arbitraries.doubles().between(low, false, high, false).ofScale(15);
    }

    /** Of either sign, up to a limit, some very small. */
    private static Arbitrary<Double> signed(double limit) {
        return Arbitraries.oneOf(
                        between(-limit, limit),
                        between(-4, 4),
                        magnitude(-60, 0),
                        magnitude(-60, 0).map(x -> -x))
                .filter(x -> x != 0);
    }

    private static Arbitrary<Double> magnitude(int lowest, int highest) {
        return Combinators.combine(
                        Arbitraries.integers().between(lowest, highest),
                        Arbitraries.doubles().between(1, 2))
                .as((e, m) -> Math.scalb(m, e));
    }

    private static Arbitrary<Double> tail() {
        return magnitude(-50, -2);
    }

    private static Arbitrary<Double> nearOneAndTwo() {
        return Combinators.combine(Arbitraries.of(1, 2), Arbitraries.of(1, -1), magnitude(-45, -4))
                .as((zero, sign, distance) -> zero + sign * distance);
    }
}
