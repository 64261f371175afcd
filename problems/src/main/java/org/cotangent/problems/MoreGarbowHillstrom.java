package org.cotangent.problems;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/**
 * The problems of Moré, Garbow and Hillstrom (1981, ACM TOMS 7): 35 formulas, 39 instances, in their order, as
 * residuals and as sums of squares, with the usual starting points. Formulas of any number of variables are in the
 * companions of the classes that hold them: {@code SystemsDerivatives.trigonometric(50)}.
 */
public enum MoreGarbowHillstrom implements LeastSquaresProblem {
    ROSENBROCK(TwoVariablesDerivatives.rosenbrock(2)),
    FREUDENSTEIN_ROTH(TwoVariablesDerivatives.freudensteinRoth(2)),
    POWELL_BADLY_SCALED(TwoVariablesDerivatives.powellBadlyScaled(2)),
    BROWN_BADLY_SCALED(TwoVariablesDerivatives.brownBadlyScaled(2)),
    BEALE(TwoVariablesDerivatives.beale(2)),
    JENNRICH_SAMPSON(TwoVariablesDerivatives.jennrichSampson(2)),
    HELICAL_VALLEY(ThreeVariablesDerivatives.helicalValley(3)),
    BARD(ThreeVariablesDerivatives.bard(3)),
    GAUSSIAN(ThreeVariablesDerivatives.gaussian(3)),
    MEYER(ThreeVariablesDerivatives.meyer(3)),
    GULF(ThreeVariablesDerivatives.gulf(3, 99)),
    BOX3D(ThreeVariablesDerivatives.box(3)),
    POWELL_SINGULAR(FourVariablesDerivatives.powellSingular(4)),
    WOOD(FourVariablesDerivatives.wood(4)),
    KOWALIK_OSBORNE(FourVariablesDerivatives.kowalikOsborne(4)),
    BROWN_DENNIS(FourVariablesDerivatives.brownDennis(4)),
    OSBORNE1(DecaysDerivatives.osborne1(5)),
    BIGGS_EXP6(DecaysDerivatives.biggs(6)),
    OSBORNE2(DecaysDerivatives.osborne2(11)),
    WATSON6(ManyVariablesDerivatives.watson(6)),
    WATSON9(ManyVariablesDerivatives.watson(9)),
    WATSON12(ManyVariablesDerivatives.watson(12)),
    EXT_ROSENBROCK10(ManyVariablesDerivatives.extendedRosenbrock(10)),
    EXT_POWELL12(ManyVariablesDerivatives.extendedPowell(12)),
    PENALTY1_10(ManyVariablesDerivatives.penalty1(10)),
    PENALTY2_10(ManyVariablesDerivatives.penalty2(10)),
    VARIABLY_DIM10(ManyVariablesDerivatives.variablyDimensioned(10)),
    TRIGONOMETRIC10(SystemsDerivatives.trigonometric(10)),
    BROWN_ALMOST_LINEAR10(SystemsDerivatives.brownAlmostLinear(10)),
    DISCRETE_BVP10(SystemsDerivatives.discreteBoundaryValue(10)),
    DISCRETE_INTEGRAL10(SystemsDerivatives.discreteIntegral(10)),
    BROYDEN_TRIDIAGONAL10(SystemsDerivatives.broydenTridiagonal(10)),
    BROYDEN_BANDED10(SystemsDerivatives.broydenBanded(10)),
    LINEAR_FULL10(LinearAndChebyshevDerivatives.linearFullRank(10, 20)),
    LINEAR_RANK1_10(LinearAndChebyshevDerivatives.linearRank1(10, 20)),
    LINEAR_RANK1Z_10(LinearAndChebyshevDerivatives.linearRank1WithZeros(10, 20)),
    CHEBYQUAD8(LinearAndChebyshevDerivatives.chebyquad(8)),
    CHEBYQUAD9(LinearAndChebyshevDerivatives.chebyquad(9)),
    CHEBYQUAD10(LinearAndChebyshevDerivatives.chebyquad(10));

    private static final Map<String, Facts> FACTS = Facts.read();

    private final TwiceDifferentiableVectorFunction residuals;
    private final TwiceDifferentiableFunction function;

    MoreGarbowHillstrom(TwiceDifferentiableVectorFunction residuals) {
        this.residuals = residuals;
        this.function = new SumOfSquares(residuals);
    }

    private Facts facts() {
        return Objects.requireNonNull(FACTS.get(title()), "no line of the table is about " + title());
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public double[] start() {
        return facts().start().clone();
    }

    /** The published value at the start, Σ rᵢ². */
    public double startValue() {
        return facts().startValue();
    }

    @Override
    public TwiceDifferentiableVectorFunction residuals() {
        return residuals;
    }

    @Override
    public TwiceDifferentiableFunction function() {
        return function;
    }

    @Override
    public List<Minimum> minima() {
        return facts().minima();
    }
}
