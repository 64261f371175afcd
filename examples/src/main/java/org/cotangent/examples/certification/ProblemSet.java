package org.cotangent.examples.certification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.examples.nist.Dataset;
import org.cotangent.examples.nist.Digits;
import org.cotangent.examples.nist.Problem;
import org.cotangent.problems.MoreGarbowHillstrom;
import org.cotangent.problems.SumOfSquares;

/** The two sets of problems, and who is right about them. */
enum ProblemSet {
    /** Σ rᵢ² from the standard starts; six digits of a known minimum, or 1e-8, are a solution. */
    MGH {
        @Override
        List<Score> scores(Contender contender) {
            return Arrays.stream(MoreGarbowHillstrom.values())
                    .map(problem -> score(contender, problem))
                    .toList();
        }

        private Score score(Contender contender, MoreGarbowHillstrom problem) {
            Attempt attempt = contender.attempt(new Task(problem.residuals(), problem.function(), problem.start()));
            return new Score(
                    problem.title(),
                    problem.dimension(),
                    problem.isSolvedBy(attempt.value()),
                    Optional.of(attempt.claimed()),
                    Double.NaN,
                    attempt.cost(),
                    attempt.message());
        }
    },

    /** Both starts; eight certified digits of every parameter are a solution. */
    NIST {
        @Override
        List<Score> scores(Contender contender) {
            return Arrays.stream(Problem.values())
                    .flatMap(problem -> scores(contender, problem))
                    .toList();
        }

        private Stream<Score> scores(Contender contender, Problem problem) {
            Dataset data = problem.dataset();
            TwiceDifferentiableVectorFunction residuals = problem.residuals(data);
            TwiceDifferentiableFunction half = new Half(new SumOfSquares(residuals));
            return IntStream.range(0, data.starts().size()).mapToObj(i -> {
                Attempt attempt = contender.attempt(
                        new Task(residuals, half, data.starts().get(i)));
                double digits = Digits.fewest(attempt.point(), data.parameters());
                return new Score(
                        problem.title() + " from start " + (i + 1),
                        data.parameterCount(),
                        digits >= ENOUGH_DIGITS,
                        Optional.of(attempt.claimed()),
                        digits,
                        attempt.cost(),
                        attempt.message());
            });
        }
    };

    /** Certified are eleven. */
    static final double ENOUGH_DIGITS = 8;

    /** Runs a method on all problems of the set. */
    abstract List<Score> scores(Contender contender);

    /** Half of a function, as fits are minimized. */
    private record Half(TwiceDifferentiableFunction whole) implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return whole.dimension();
        }

        @Override
        public double value(double[] x) {
            return whole.value(x) / 2;
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double value = whole.valueAndGradient(x, gradient) / 2;
            Arrays.setAll(gradient, i -> gradient[i] / 2);
            return value;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            whole.hessianVectorProduct(x, v, product);
            Arrays.setAll(product, i -> product[i] / 2);
        }
    }
}
