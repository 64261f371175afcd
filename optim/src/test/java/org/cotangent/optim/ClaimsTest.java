package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Verdict;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is solved is claimed, and what is claimed holds, whatever the tolerance asks for. */
class ClaimsTest {

    private static final long MOST_EVALUATIONS = 5000;

    /** What a method says of a set. */
    private static final class Claims {

        private final List<String> unclaimed = new ArrayList<>();
        private final List<String> falsely = new ArrayList<>();

        void add(String problem, boolean solved, Result result, TwiceDifferentiableFunction function) {
            if (solved && !result.converged()) {
                unclaimed.add(problem + ": " + result.message());
            }
            Optional<String> objection = ClaimCheck.objection(result, function);
            objection.ifPresent(text -> falsely.add(problem + ": " + text + ", but " + result.message()));
        }

        void assertHonest() {
            assertThat(falsely).isEmpty();
            assertThat(unclaimed).hasSizeLessThanOrEqualTo(1);
        }
    }

    static Stream<Arguments> trustRegions() {
        Map<String, TrustRegionMinimizer<? super TwiceDifferentiableFunction>> methods = Map.of(
                "exact", Minimizers.trustRegion(),
                "dogleg", Minimizers.dogleg(),
                "GLTR", Minimizers.trustRegionGltr(),
                "BFGS", Minimizers.trustRegionBfgs(),
                "SR1", Minimizers.trustRegionSr1());
        return methods.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        Arguments.of(entry.getKey(), "default tolerance", entry.getValue()),
                        Arguments.of(entry.getKey(), "1e-12", entry.getValue().tolerance(1e-12))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("trustRegions")
    void trustRegionsClaimWhatTheySolveOfMgh(
            String name, String tolerance, TrustRegionMinimizer<? super TwiceDifferentiableFunction> method)
            throws IOException {
        Claims claims = new Claims();
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new TapeSumOfSquares(problem.tape());
            Result result = method.maxEvaluations(MOST_EVALUATIONS)
                    .minimize(function, problem.tape().start(1));
            claims.add(problem.name(), problem.accepts(result.value()), result, function);
        }
        claims.assertHonest();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("trustRegions")
    void trustRegionsClaimWhatTheySolveOfNist(
            String name, String tolerance, TrustRegionMinimizer<? super TwiceDifferentiableFunction> method) {
        Claims claims = new Claims();
        for (String problemName : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(problemName);
            TwiceDifferentiableFunction function = new Multiple(0.5, new TapeSumOfSquares(problem.tape()));
            // The second start is nearer.
            Result result = method.maxEvaluations(MOST_EVALUATIONS)
                    .minimize(function, problem.tape().start(2));
            boolean solved = NistProblem.digits(result.point(), problem.parameters()) >= 8;
            claims.add(problemName, solved, result, function);
        }
        claims.assertHonest();
    }

    static Stream<Arguments> pathSearches() {
        Map<String, PathSearch<? super TwiceDifferentiableFunction>> methods = Map.of(
                "BFGS", Minimizers.bfgs(),
                "L-BFGS", Minimizers.lbfgs(10),
                "conjugate gradients", Minimizers.conjugateGradients());
        return methods.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        Arguments.of(entry.getKey(), "default tolerance", entry.getValue()),
                        Arguments.of(entry.getKey(), "1e-12", entry.getValue().tolerance(1e-12))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pathSearches")
    void pathSearchesClaimWhatTheySolveOfMgh(
            String name, String tolerance, PathSearch<? super TwiceDifferentiableFunction> method) throws IOException {
        assertHonestOnMgh(method, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p20, 0x1p-20})
    void unitsOfTheFunctionMakeNoClaimFalse(double factor) throws IOException {
        assertHonestOnMgh(Minimizers.bfgs(), factor);
    }

    /** Second-order searches too, where a step costs n products. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-12})
    void newtonClaimsWhatItSolvesOfMgh(double tolerance) throws IOException {
        assertHonestOnMgh(Minimizers.newton().tolerance(tolerance), 1);
    }

    /** From here a variable of 3e-14 has a curvature of 1e37, beside which all steps looked short. */
    @Test
    void shortStepsOfOneVariableClaimNothingOfOthers() throws IOException {
        MghProblem osborne = MghProblem.all().stream()
                .filter(problem -> problem.name().equals("mgh_osborne1"))
                .findFirst()
                .orElseThrow();
        TwiceDifferentiableFunction function = new TapeSumOfSquares(osborne.tape());
        double[] start = {
            0.047662897446806594, 0.4198900631991176, -2.000348990306297, -0.6292568372327958, 1.5221929057103123
        };
        Result result =
                Minimizers.trustRegionSr1().maxEvaluations(MOST_EVALUATIONS).minimize(function, start);
        assertThat(ClaimCheck.objection(result, function)).as(result.message()).isEmpty();
    }

    private static void assertHonestOnMgh(PathSearch<? super TwiceDifferentiableFunction> method, double factor)
            throws IOException {
        Claims claims = new Claims();
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new Multiple(factor, new TapeSumOfSquares(problem.tape()));
            Result result = method.maxEvaluations(MOST_EVALUATIONS)
                    .minimize(function, problem.tape().start(1));
            claims.add(problem.name(), problem.accepts(result.value() / factor), result, function);
        }
        claims.assertHonest();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pathSearches")
    void pathSearchesClaimWhatTheySolveOfNist(
            String name, String tolerance, PathSearch<? super TwiceDifferentiableFunction> method) {
        Claims claims = new Claims();
        for (String problemName : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(problemName);
            TwiceDifferentiableFunction function = new Multiple(0.5, new TapeSumOfSquares(problem.tape()));
            Result result = method.maxEvaluations(MOST_EVALUATIONS)
                    .minimize(function, problem.tape().start(2));
            boolean solved = NistProblem.digits(result.point(), problem.parameters()) >= 8;
            claims.add(problemName, solved, result, function);
        }
        claims.assertHonest();
    }

    /** Differences of gradients tell less than second derivatives, but enough for the steps of BFGS. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-10, 1e-12})
    void gradientsAloneAreEnoughToClaim(double tolerance) throws IOException {
        Claims claims = new Claims();
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new TapeSumOfSquares(problem.tape());
            Result result = Minimizers.bfgs()
                    .tolerance(tolerance)
                    .maxEvaluations(MOST_EVALUATIONS)
                    .minimize(new GradientOnly(function), problem.tape().start(1));
            claims.add(problem.name(), problem.accepts(result.value()), result, function);
        }
        claims.assertHonest();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-10, 1e-12, 1e-14})
    void fitsClaimWhatTheySolveOfMgh(double tolerance) throws IOException {
        Claims claims = new Claims();
        LeastSquaresMethod method = Minimizers.levenbergMarquardt().tolerance(tolerance);
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new Multiple(0.5, new TapeSumOfSquares(problem.tape()));
            for (VectorFunction residuals :
                    List.of(new TapeResiduals(problem.tape()), new FirstOrderOnly(new TapeResiduals(problem.tape())))) {
                Result result =
                        method.minimize(residuals, problem.tape().start(1)).result();
                claims.add(problem.name(), problem.accepts(2 * result.value()), result, function);
            }
        }
        assertThat(claims.unclaimed).isEmpty();
        assertThat(claims.falsely).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-10, 1e-12, 1e-14})
    void fitsClaimWhatTheySolveOfNist(double tolerance) {
        Claims claims = new Claims();
        LeastSquaresMethod method = Minimizers.levenbergMarquardt().tolerance(tolerance);
        for (String problemName : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(problemName);
            TwiceDifferentiableFunction function = new Multiple(0.5, new TapeSumOfSquares(problem.tape()));
            for (int start = 1; start <= 2; start++) {
                Result result = method.minimize(
                                new TapeResiduals(problem.tape()),
                                problem.tape().start(start))
                        .result();
                boolean solved = NistProblem.digits(result.point(), problem.parameters()) >= 8;
                claims.add(problemName, solved, result, function);
            }
        }
        assertThat(claims.unclaimed).isEmpty();
        assertThat(claims.falsely).isEmpty();
    }

    /** The check must be able to object. */
    @Test
    void aPointBesideTheMinimumIsObjectedTo() {
        TwiceDifferentiableFunction function = new Rosenbrock(2);
        Result loose = Minimizers.trustRegion()
                .withoutFinish()
                .stopWhen(iterate -> iterate.iteration() < 3
                        ? Optional.empty()
                        : Optional.of(new Verdict(Status.CONVERGED, "gradient norm 1e-9 <= 1e-8")))
                .minimize(function, -1.2, 1);
        assertThat(ClaimCheck.objection(loose, function))
                .hasValueSatisfying(text -> assertThat(text).startsWith("the gradient norm is"));
    }
}
