package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotangent.optim.trust.RandomSubproblem.Kind;

/** Every solver against the global minimum of random subproblems, and against each other. */
class SubproblemSolverTest {

    /** What every solver has to get right about its own step. */
    private static TrustStep solved(SubproblemSolver<? super RandomSubproblem> solver, RandomSubproblem problem) {
        TrustStep step = new TrustStep(problem.gradient().length);
        solver.solve(problem, problem.radius(), step);
        double[] s = step.vector();
        double size = Math.abs(problem.lowest());
        assertThat(problem.norm(s)).isLessThanOrEqualTo(problem.radius() * (1 + 2e-6));
        assertThat(step.scaledNorm()).isCloseTo(problem.norm(s), within(1e-10 * problem.radius()));
        assertThat(step.predicted()).isCloseTo(-problem.value(s), within(1e-8 * size));
        return step;
    }

    @Property(tries = 500)
    void moreSorensenIsGlobal(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll Kind kind, @ForAll long seed) {
        RandomSubproblem problem = RandomSubproblem.of(n, kind, seed);
        double predicted = solved(new MoreSorensen(), problem).predicted();
        // The solver's own tolerance is 1e-6 in length, hence twice that in decrease.
        assertThat(predicted).isCloseTo(-problem.lowest(), within(4e-6 * Math.abs(problem.lowest())));
    }

    @Property(tries = 300)
    void gltrRunToTheEndIsGlobalWhereTheGradientSeesAll(
            @ForAll @IntRange(min = 1, max = 30) int n, @ForAll boolean convex, @ForAll long seed) {
        RandomSubproblem problem = RandomSubproblem.of(n, convex ? Kind.CONVEX : Kind.INDEFINITE, seed);
        double predicted = solved(new Gltr(), problem).predicted();
        assertThat(predicted).isCloseTo(-problem.lowest(), within(1e-7 * Math.abs(problem.lowest())));
    }

    @Property(tries = 300)
    void noSolverDoesWorseThanCauchy(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll Kind kind, @ForAll long seed) {
        RandomSubproblem problem = RandomSubproblem.of(n, kind, seed);
        double cauchy = solved(new CauchyPoint(), problem).predicted() * (1 - 1e-7);
        double steihaug = solved(new SteihaugToint(), problem).predicted();
        assertThat(steihaug).isGreaterThanOrEqualTo(cauchy);
        double gltr = solved(new Gltr(), problem).predicted();
        // Without a part of the gradient along the lowest eigenvector only rounding could show it to either.
        boolean sees = kind == Kind.CONVEX || kind == Kind.INDEFINITE;
        assertThat(gltr).isGreaterThanOrEqualTo(sees ? steihaug * (1 - 1e-7) : cauchy);
        assertThat(solved(new MoreSorensen(), problem).predicted()).isGreaterThanOrEqualTo(cauchy * (1 - 4e-6));
    }

    @Property(tries = 300)
    void doglegIsBetweenCauchyAndTheGlobalMinimum(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
        RandomSubproblem problem = RandomSubproblem.of(n, Kind.CONVEX, seed);
        double dogleg = solved(new Dogleg(), problem).predicted();
        assertThat(dogleg)
                .isGreaterThanOrEqualTo(solved(new CauchyPoint(), problem).predicted() * (1 - 1e-9));
        assertThat(dogleg).isLessThanOrEqualTo(-problem.lowest() * (1 + 1e-9));
    }
}
