package org.cotangent.optim.leastsquares;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;
import org.cotangent.optim.trust.Definiteness;
import org.cotangent.optim.trust.Model;
import org.cotangent.optim.trust.Quadratic;

/**
 * What one run of a fit has learned: how long the columns of the Jacobian have been, second derivatives by secants, where
 * its steps went, and which parameters showed. Looks by exact derivatives, or by differences, before a point is claimed.
 */
final class LearnedModel implements Model.Memory<ResidualEvaluation, DiagonalModel> {

    /** Half the digits: beside a column this much longer the square of one is rounding. */
    private static final double FADED = Math.sqrt(Math.ulp(1.0));

    private final VectorFunction function;
    private final VariableSizes sizes;
    private final Loss loss;
    private final boolean secant;
    private final double[] largest;
    private final SecantCurvature curvature;
    private final Explored explored = new Explored();
    private final Sight sight;
    private boolean restricted;
    private Optional<DiagonalModel> last = Optional.empty();
    private double[] exact = {};
    private Optional<Quadratic> verified = Optional.empty();

    LearnedModel(VectorFunction function, VariableSizes sizes, Loss loss, boolean secant) {
        this.function = function;
        this.sizes = sizes;
        this.loss = loss;
        this.secant = secant;
        largest = new double[function.inputDimension()];
        curvature = new SecantCurvature(largest.length);
        sight = new Sight(largest.length);
    }

    @Override
    public ResidualEvaluation blank() {
        return new ResidualEvaluation(function, loss);
    }

    @Override
    public VariableSizes sizes() {
        return sizes;
    }

    @Override
    public DiagonalModel around(ResidualEvaluation point) {
        LinearizedResiduals linear = LinearizedResiduals.of(point, scaleAt(point));
        DiagonalModel model = model(linear, point);
        point.settled(model.decrement());
        if (!linear.isFullRank()) {
            measure(model, linear.rank(), point);
        }
        if (restricted) {
            model.crawling();
        }
        last = Optional.of(model);
        return model;
    }

    @Override
    public double uncertainty(ResidualEvaluation at) {
        return at.noise();
    }

    /** No sum of squares is below 0; one that underflows is not 0 yet. */
    @Override
    public double mostDecrease(ResidualEvaluation at) {
        boolean underflows = at.value() == 0 && Vectors.largest(at.residuals()) > 0;
        return underflows ? Double.MIN_NORMAL : at.value();
    }

    /** Nothing is below a sum that is 0 to rounding, nor where Gauss-Newton steps would have been driven away from. */
    @Override
    public double hiddenCurvature(ResidualEvaluation at, Definiteness seen, double[] direction) {
        if (seen == Definiteness.POSITIVE || at.value() <= at.noise()) {
            return Double.NaN;
        }
        return isDriven(at, seen)
                ? new HessianLook(function, at, blank(), explored.scale()).smallest(explored.basis(), direction)
                : new HessianLook(function, at, blank(), at.columnNorms()).smallest(List.of(), direction);
    }

    /** Whether steps of Gauss and Newton drive away from negative curvature: not along what they leave alone. */
    private boolean isDriven(ResidualEvaluation at, Definiteness seen) {
        return seen != Definiteness.INDEFINITE
                && explored.scale().length > 0
                && LinearizedResiduals.of(at, at.columnNorms()).rank() == at.point().length;
    }

    @Override
    public boolean losesSight(ResidualEvaluation from, ResidualEvaluation trial) {
        return Sight.isLostBetween(from, trial);
    }

    /** Residuals that are 0 to rounding cannot fall, whatever shows in them. */
    @Override
    public Optional<Verdict> objection(ResidualEvaluation at) {
        if (at.value() <= at.noise()) {
            return Optional.empty();
        }
        return sight.objection(at, blank());
    }

    /**
     * With the exact S where the residuals know second derivatives. Otherwise the Hessian by differences of gradients,
     * if these can tell all of its curvatures from 0, and else JᵀJ alone.
     */
    @Override
    public Optional<Quadratic> verification(ResidualEvaluation at) {
        if (at.value() <= at.noise()) {
            return Optional.empty();
        }
        LinearizedResiduals linear = LinearizedResiduals.of(at, at.columnNorms());
        if (function instanceof TwiceDifferentiableVectorFunction twice) {
            exact = new ExactCurvature(twice).near(at, linear.scale());
            verified = Optional.of(linear.model(at, exact));
            return verified;
        }
        Optional<Quadratic> differenced = Model.Memory.super.exactly(at);
        boolean whole = differenced
                .flatMap(Quadratic::spectrum)
                .filter(spectrum -> !spectrum.isSingular())
                .isPresent();
        return whole ? differenced : Optional.of(linear.model(at));
    }

    /** With the exact S where the residuals know second derivatives, by differences of gradients otherwise. */
    @Override
    public Optional<Quadratic> exactly(ResidualEvaluation at) {
        return function instanceof TwiceDifferentiableVectorFunction
                ? verification(at)
                : Model.Memory.super.exactly(at);
    }

    @Override
    public boolean adopt(Quadratic offered) {
        boolean known = secant && verified.isPresent() && verified.get() == offered && Vectors.isFinite(exact);
        if (known) {
            curvature.take(exact);
        }
        return known;
    }

    private void measure(DiagonalModel model, int rank, ResidualEvaluation point) {
        LinearizedResiduals present = LinearizedResiduals.of(point, point.columnNorms());
        if (present.rank() > rank) {
            model.measuredBy(model(present, point));
        }
    }

    /** Of the sizes of columns, those that hide what still shows of these. */
    @Override
    public boolean forget() {
        return last.isPresent() && last.get().isMeasured() && forget(last.get().at());
    }

    private boolean forget(ResidualEvaluation at) {
        boolean forgot = false;
        double[] present = at.columnNorms();
        for (int j = 0; j < present.length; j++) {
            boolean hides = present[j] < FADED * largest[j] && Sight.isClear(at, j);
            largest[j] = hides ? present[j] : largest[j];
            forgot |= hides;
        }
        return forgot;
    }

    private DiagonalModel model(LinearizedResiduals linear, ResidualEvaluation point) {
        return curvature.isUsed() && Vectors.isFinite(curvature.matrix())
                ? linear.model(point, curvature.matrix())
                : linear.model(point);
    }

    @Override
    public void learn(ResidualEvaluation from, ResidualEvaluation to) {
        double[] scale = scaleAt(from);
        explored.follow(from.point(), to.point(), scale);
        sight.follow(from);
        if (!sizes.areKnown()) {
            System.arraycopy(scale, 0, largest, 0, largest.length);
        }
        if (secant) {
            curvature.learn(from, to, scale, last.isPresent() && last.get().wasRefused());
        }
        restricted = last.isPresent() && last.get().isRestricted();
    }

    private double[] scaleAt(ResidualEvaluation point) {
        if (sizes.areKnown()) {
            return sizes.scale(point.point());
        }
        double[] scale = point.columnNorms();
        for (int j = 0; j < scale.length; j++) {
            scale[j] = Math.max(largest[j], scale[j]);
        }
        return scale;
    }

    @Override
    public void exchange(State state) {
        state.vector(largest);
        state.part("secant curvature", curvature);
        state.part("explored", explored);
        state.part("sight", sight);
        restricted = state.flag(restricted);
    }
}
