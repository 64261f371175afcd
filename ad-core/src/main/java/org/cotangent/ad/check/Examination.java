package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** All tests at all points, one point after the other; used once. */
final class Examination {

    /** Beyond so many variables some are chosen at random, beside directions that see all of them. */
    private static final int VARIABLES = 100;

    private static final int FEW_DIRECTIONS = 1;
    private static final int MANY_DIRECTIONS = 8;

    /** Complex steps are rounded like the derivative itself. */
    private static final double COMPLEX_ROUNDING = 64 * Math.ulp(1.0);

    private static final double DEVIATIONS = 5;

    private final Subject subject;
    private final Demands demands;
    private final SplittableRandom random;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<Integer, Remainder> remainders = new LinkedHashMap<>();
    private Optional<String> hint = Optional.empty();
    private double worst = -1;

    Examination(Subject subject, Demands demands, long seed) {
        this.subject = subject;
        this.demands = demands;
        this.random = new SplittableRandom(seed);
    }

    CheckReport of(List<double[]> points) {
        points.forEach(this::examine);
        List<TestResult> tests = tallies.values().stream().map(Tally::result).toList();
        return new CheckReport(
                subject.title(), points.size(), demands.resolution(), tests, List.copyOf(remainders.values()), hint);
    }

    private Tally tally(String test) {
        return tallies.computeIfAbsent(test, Tally::new);
    }

    private void examine(double[] x) {
        List<Direction> directions = directions(x);
        Direction beside = Direction.random(0, x, random);
        List<Part> parts = subject.parts(x, random);
        conduct(x, parts.get(0).values().at(x.clone()));
        for (Part part : parts) {
            Measurement[][] measured = measure(part, x, directions, beside);
            for (Claim claim : part.claims()) {
                compare(new Comparison(part, claim, x, directions, beside, measured), claim.name());
            }
        }
        subject.pairings(x, random).forEach(pairing -> pair(pairing, x, beside));
        Remainders.of(subject.slopes(x, random), x, beside).forEach(this::keepWorse);
    }

    private List<Direction> directions(double[] x) {
        List<Direction> directions = new ArrayList<>();
        boolean all = x.length <= VARIABLES;
        for (int i = 0; i < Math.min(x.length, VARIABLES); i++) {
            directions.add(Direction.variable(all ? i : random.nextInt(x.length), x));
        }
        if (x.length > 1) {
            for (int i = 0; i < (all ? FEW_DIRECTIONS : MANY_DIRECTIONS); i++) {
                directions.add(Direction.random(i, x, random));
            }
        }
        return directions;
    }

    private void conduct(double[] x, double[] values) {
        Conduct conduct = new Conduct(x, values);
        List<Outcome.Method> methods = subject.methods(x, random);
        for (int i = 0; i < methods.size(); i++) {
            Finding finding = conduct.of(methods.get(i));
            tally(Conduct.TEST).add(i, finding.verdict(), false, finding);
        }
    }

    private static Measurement[][] measure(Part part, double[] x, List<Direction> directions, Direction beside) {
        Measurement[][] measured = new Measurement[directions.size()][];
        for (int i = 0; i < measured.length; i++) {
            measured[i] = Differences.along(new Line(part.values(), part.rows(), x, directions.get(i)));
        }
        part.complex().ifPresent(complex -> refine(measured, complex, part.rows(), x, directions, beside));
        return measured;
    }

    /** Replaces differences by complex steps where the two agree. */
    private static void refine(
            Measurement[][] measured,
            ComplexStep complex,
            int rows,
            double[] x,
            List<Direction> directions,
            Direction beside) {
        double[][] exact = complex.derivatives(x, directions);
        Line line = new Line(
                point -> Arrays.stream(complex.derivatives(point, directions))
                        .flatMapToDouble(Arrays::stream)
                        .toArray(),
                rows * directions.size(),
                x,
                beside);
        double[] noise = Noise.of(line);
        for (int i = 0; i < measured.length; i++) {
            for (int row = 0; row < rows; row++) {
                double value = exact[i][row];
                double error = COMPLEX_ROUNDING * Math.abs(value) + DEVIATIONS * noise[i * rows + row];
                if (measured[i][row].agreesWith(value, error) && error < measured[i][row].bound()) {
                    measured[i][row] = measured[i][row].byComplexStep(value, error);
                }
            }
        }
    }

    private void compare(Comparison comparison, String test) {
        Judgement[][] judgements = comparison.judge(demands, tally(test));
        Pattern pattern = new Pattern(comparison, judgements);
        if (pattern.wrongCount() > 0 && pattern.largestError() > worst) {
            worst = pattern.largestError();
            hint = Optional.of(pattern.hint());
        }
    }

    private void pair(Pairing pairing, double[] x, Direction beside) {
        double[] sides = pairing.sides().at(x.clone());
        Line line = new Line(pairing.sides(), Pairing.COUNT, x, beside);
        double[] noise = Noise.of(line);
        double rounding = COMPLEX_ROUNDING * sides[Pairing.SIZE];
        Measurement measured = new Measurement(
                sides[Pairing.RIGHT],
                rounding + DEVIATIONS * noise[Pairing.RIGHT],
                0,
                Measurement.Method.IDENTITY,
                noise[Pairing.RIGHT],
                0,
                sides[Pairing.SIZE],
                sides[Pairing.SIZE]);
        Judgement judgement = Judgement.of(sides[Pairing.LEFT], DEVIATIONS * noise[Pairing.LEFT], measured, 0, demands);
        Finding finding = new Finding(
                pairing.name(),
                pairing.left() + " = " + pairing.right(),
                Vectors.list(x),
                sides[Pairing.LEFT],
                sides[Pairing.RIGHT],
                judgement.bound(),
                judgement.scale(),
                judgement.verdict(),
                judgement.explanation());
        tally(pairing.name()).add(finding);
    }

    private void keepWorse(Remainder remainder) {
        remainders.merge(
                remainder.expected(), remainder, (old, now) -> power(now.power()) < power(old.power()) ? now : old);
    }

    private static double power(OptionalDouble power) {
        return power.orElse(Double.POSITIVE_INFINITY);
    }
}
