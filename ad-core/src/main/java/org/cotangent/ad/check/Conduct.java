package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.check.Outcome.Method;

/**
 * Whether methods keep the contract of their interface: the same arguments give the same bits, what
 * an array held before does not matter, the point is not modified, and the value that comes with a
 * derivative is the value.
 */
final class Conduct {

    static final String TEST = "contract of the methods";

    private static final double TOLERANCE = 1e-7;

    private final double[] x;
    private final List<Double> point;
    private final double[] values;

    /** @param values of the function at x */
    Conduct(double[] x, double[] values) {
        this.x = x;
        this.point = Vectors.list(x);
        this.values = values;
    }

    Finding of(Method method) {
        double[] argument = x.clone();
        Outcome first = method.call().run(argument, 0);
        int touched = Arrays.mismatch(argument, x);
        if (touched >= 0) {
            return wrong(
                    method.name() + " modifies the point",
                    argument[touched],
                    x[touched],
                    "x[" + touched + "] was changed by the call; work on a copy");
        }
        Outcome again = method.call().run(x.clone(), 0);
        Outcome over = method.call().run(x.clone(), 1);
        return differing(first, again)
                .map(i -> new Finding(
                        TEST,
                        method.name() + " is not deterministic",
                        point,
                        again.all().get(i),
                        first.all().get(i),
                        0,
                        1,
                        Verdict.UNDECIDABLE,
                        "two calls at the same point gave different results; fix the seed of random numbers and remove"
                                + " state that calls leave behind, otherwise nothing can be measured"))
                .or(() -> differing(first, over)
                        .map(i -> wrong(
                                method.name() + " does not overwrite its output",
                                over.all().get(i),
                                first.all().get(i),
                                "element " + (i < first.values().length ? i : i - first.values().length)
                                        + " is another one if the array held 1 before than if it held 0: it is added to or"
                                        + " left out; set every element, or set all to 0 first")))
                .or(() -> otherValue(method, first))
                .orElseGet(() -> new Finding(TEST, method.name(), point, 0, 0, 0, 1, Verdict.RIGHT, "kept"));
    }

    private static Optional<Integer> differing(Outcome a, Outcome b) {
        List<Double> first = a.all();
        List<Double> second = b.all();
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).equals(second.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> otherValue(Method method, Outcome outcome) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        for (int i = 0; i < outcome.values().length; i++) {
            if (!(Math.abs(outcome.values()[i] - values[i]) <= TOLERANCE * largest)) {
                return Optional.of(wrong(
                        method.name() + " computes another value than value",
                        outcome.values()[i],
                        values[i],
                        "value " + i + " differs between two methods of the same function"));
            }
        }
        return Optional.empty();
    }

    private Finding wrong(String what, double claimed, double expected, String explanation) {
        double size = Math.max(Math.abs(claimed), Math.abs(expected));
        return new Finding(TEST, what, point, claimed, expected, 0, size, Verdict.WRONG, explanation);
    }
}
