package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.cotangent.ad.check.StepCurve.Method;

/**
 * Takes differences of one value along one direction with steps 1, 1/10, 1/100 and so on, as text
 * books have them: they divide by the step that was asked for, not by the one that rounding left.
 */
final class StepStudy {

    private static final int SHORTEST = 16;

    private final Part part;
    private final int row;
    private final double[] x;
    private final Direction direction;
    private final Line line;

    StepStudy(Part part, int row, double[] x, Direction direction) {
        this.part = part;
        this.row = row;
        this.x = x;
        this.direction = direction;
        this.line = new Line(part.values(), part.rows(), x, direction);
    }

    StepCurve curve() {
        List<Double> steps = IntStream.rangeClosed(0, SHORTEST)
                .mapToObj(k -> direction.unit() * Math.pow(10, -k))
                .toList();
        Map<Method, List<Double>> quotients = new EnumMap<>(Method.class);
        quotients.put(Method.FORWARD, quotients(steps, this::forward));
        quotients.put(Method.CENTRAL, quotients(steps, this::central));
        quotients.put(Method.RICHARDSON, quotients(steps, h -> (4 * central(h / 2) - central(h)) / 3));
        part.complex()
                .ifPresent(complex -> quotients.put(
                        Method.COMPLEX_STEP, quotients(steps, h -> complex.derivative(x, direction, h)[row])));
        Claim claim = part.claims().get(0);
        double claimed = claim.derivatives().at(x.clone(), List.of(direction))[0][row];
        String name = part.names().of(row, direction);
        return StepCurve.of(
                "Error of differences against " + name + " = " + Text.of(claimed), claimed, steps, quotients);
    }

    private static List<Double> quotients(List<Double> steps, DoubleUnaryOperator quotient) {
        List<Double> quotients = new ArrayList<>();
        steps.forEach(h -> quotients.add(quotient.applyAsDouble(h)));
        return quotients;
    }

    private double forward(double h) {
        return (line.at(h)[row] - line.at(0)[row]) / h;
    }

    private double central(double h) {
        return (line.at(h)[row] - line.at(-h)[row]) / (2 * h);
    }
}
