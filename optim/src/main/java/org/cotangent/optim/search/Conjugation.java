package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/** What nonlinear conjugate gradients remember. */
final class Conjugation implements Direction.Memory {

    /** |g₊ᵀPg| ≥ 0.2 g₊ᵀPg₊ shows that conjugacy is lost (Powell 1977, equation 18). */
    private static final double LARGEST_OVERLAP = 0.2;

    private final NonlinearConjugateGradients method;
    private final StepPairs pairs;
    private final double[][] work;
    private final double[] direction;
    /** −P g at the last point and at the next. */
    private double[] last;

    private double[] next;
    private boolean begun;
    private boolean usable;
    private long sinceBeginning;
    private double factor;
    private double lastDecrease;

    Conjugation(NonlinearConjugateGradients method, int dimension) {
        this.method = method;
        boolean remembers = method.memory() > 0;
        boolean plain = method.preconditioner() == Preconditioner.NONE;
        pairs = new StepPairs(Math.max(1, method.memory()), dimension);
        work = remembers && !plain ? new double[2][dimension] : new double[0][];
        direction = new double[dimension];
        last = new double[dimension];
        next = new double[dimension];
    }

    @Override
    public void choose(Evaluation at, Heading heading) {
        double[] gradient = at.gradient();
        if (!usable) {
            precondition(at, last);
            usable = true;
        }
        double slope = turn(gradient);
        if (!(slope < 0)) {
            factor = 0;
            slope = turn(gradient);
        }
        System.arraycopy(direction, 0, heading.vector(), 0, direction.length);
        heading.set(Double.NaN, begun ? firstStep(slope) : Math.min(1, 1 / Vectors.largest(direction)));
    }

    private void precondition(Evaluation at, double[] image) {
        double[] gradient = at.gradient();
        if (pairs.isEmpty()) {
            method.preconditioner().apply(at.point(), gradient, image);
            Vectors.scale(-1, image);
        } else if (work.length == 0) {
            pairs.direction(gradient, image);
        } else {
            pairs.direction(gradient, image, method.preconditioner(), at.point(), work);
        }
    }

    /** d = −P g + β d; the slope along it. */
    private double turn(double[] gradient) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = factor == 0 ? last[i] : factor * direction[i] + last[i];
        }
        return Vectors.dot(direction, gradient);
    }

    /** Where the parabola with this slope falls as far as the last step did (Nocedal, Wright 2006, equation 3.60). */
    private double firstStep(double slope) {
        double step = 2 * lastDecrease / -slope;
        return step > 0 && step < Double.POSITIVE_INFINITY ? step : 1;
    }

    @Override
    public void learn(Evaluation from, Evaluation to) {
        begun = true;
        lastDecrease = from.value() - to.value();
        if (sinceBeginning++ < method.memory()) {
            pairs.learn(from, to);
            factor = 0;
            usable = false;
            return;
        }
        precondition(to, next);
        Beta.Turn turn = products(from.gradient(), to.gradient());
        double overlap = turn.nextSquare() - turn.nextTimesChange();
        boolean lost = method.restarts() && Math.abs(overlap) >= LARGEST_OVERLAP * turn.nextSquare();
        if (lost) {
            sinceBeginning = 0;
        }
        double beta = lost ? 0 : method.beta().of(turn);
        factor = Double.isFinite(beta) ? beta : 0;
        double[] kept = last;
        last = next;
        next = kept;
    }

    private Beta.Turn products(double[] g, double[] nextG) {
        double square = 0;
        double nextSquare = 0;
        double nextTimesChange = 0;
        double changeSquare = 0;
        double slopeChange = 0;
        double nextSlope = 0;
        double directionSquare = 0;
        for (int i = 0; i < g.length; i++) {
            double change = nextG[i] - g[i];
            square -= g[i] * last[i];
            nextSquare -= nextG[i] * next[i];
            nextTimesChange -= next[i] * change;
            changeSquare += change * (last[i] - next[i]);
            slopeChange += direction[i] * change;
            nextSlope += direction[i] * nextG[i];
            directionSquare += direction[i] * direction[i];
        }
        return new Beta.Turn(
                square, nextSquare, nextTimesChange, changeSquare, slopeChange, nextSlope, directionSquare);
    }

    @Override
    public void exchange(State state) {
        begun = state.flag(begun);
        usable = state.flag(usable);
        sinceBeginning = state.integer(sinceBeginning);
        factor = state.number(factor);
        lastDecrease = state.number(lastDecrease);
        state.vector(direction);
        state.vector(last);
        state.part("pairs", pairs);
    }

    @Override
    public boolean forget() {
        boolean known = factor != 0 || !pairs.isEmpty();
        factor = 0;
        sinceBeginning = 0;
        pairs.clear();
        usable = false;
        return known;
    }
}
