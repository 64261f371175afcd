package org.cotangent.examples.models;

import static org.cotangent.examples.models.Terms.cycle;
import static org.cotangent.examples.models.Terms.decay;
import static org.cotangent.examples.models.Terms.logisticDenominator;
import static org.cotangent.examples.models.Terms.one;
import static org.cotangent.examples.models.Terms.peak;
import static org.cotangent.examples.models.Terms.polynomial;
import static org.cotangent.examples.models.Terms.year;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;

/**
 * The regression models of NIST's Statistical Reference Datasets as graphs, one for all data sets
 * of a family. Parameters b are numbered as NIST numbers them; observations y and predictors x are
 * vectors of a length known when data is bound.
 */
public enum NistModel {
    /** b1 (b2 + x)^(−1/b3). */
    SHIFTED_POWER(
            3, (b, x) -> x.plus(b.get(2)).pow(b.get(3).reciprocal().negate()).times(b.get(1))),

    /** b1 (1 − exp(−b2 x)). */
    SATURATION(2, (b, x) -> one().minus(x.times(b.get(2)).negate().exp()).times(b.get(1))),

    /** exp(−b1 x) / (b2 + b3 x). */
    DECAY_OVER_LINE(3, (b, x) -> decay(x, one(), b.get(1)).dividedBy(polynomial(x, b.get(2), b.get(3)))),

    /** b1 x^b2. */
    POWER(2, (b, x) -> x.pow(b.get(2)).times(b.get(1))),

    /** b1 and cycles of 12, b4 and b7. */
    THREE_CYCLES(
            9,
            (b, x) -> year(x, b.get(2), b.get(3))
                    .plus(cycle(x, b.get(4), b.get(5), b.get(6)))
                    .plus(cycle(x, b.get(7), b.get(8), b.get(9)))
                    .plus(b.get(1))),

    /** b1/b2 exp(−½ ((x − b3)/b2)²). */
    NORMAL_PEAK(
            3,
            (b, x) -> x.minus(b.get(3))
                    .dividedBy(b.get(2))
                    .square()
                    .times(-0.5)
                    .exp()
                    .times(b.get(1).dividedBy(b.get(2)))),

    /** b1 exp(−b2 x) + b3 exp(−((x − b4)/b5)²) + b6 exp(−((x − b7)/b8)²). */
    DECAY_AND_TWO_PEAKS(
            8,
            (b, x) -> decay(x, b.get(1), b.get(2))
                    .plus(peak(x, b.get(3), b.get(4), b.get(5)))
                    .plus(peak(x, b.get(6), b.get(7), b.get(8)))),

    /** (b1 + b2 x + b3 x² + b4 x³) / (1 + b5 x + b6 x² + b7 x³). */
    CUBIC_OVER_CUBIC(
            7,
            (b, x) -> polynomial(x, b.get(1), b.get(2), b.get(3), b.get(4))
                    .dividedBy(polynomial(x, one(), b.get(5), b.get(6), b.get(7)))),

    /** (b1 + b2 x + b3 x²) / (1 + b4 x + b5 x²). */
    QUADRATIC_OVER_QUADRATIC(
            5,
            (b, x) -> polynomial(x, b.get(1), b.get(2), b.get(3)).dividedBy(polynomial(x, one(), b.get(4), b.get(5)))),

    /** b1 exp(−b2 x) + b3 exp(−b4 x) + b5 exp(−b6 x). */
    THREE_DECAYS(
            6,
            (b, x) -> decay(x, b.get(1), b.get(2))
                    .plus(decay(x, b.get(3), b.get(4)))
                    .plus(decay(x, b.get(5), b.get(6)))),

    /** b1 (x² + b2 x) / (x² + b3 x + b4). */
    KOWALIK_OSBORNE(
            4, (b, x) -> x.plus(b.get(2)).times(x).times(b.get(1)).dividedBy(polynomial(x, b.get(4), b.get(3), one()))),

    /** b1 exp(b2 / (x + b3)). */
    THERMISTOR(3, (b, x) -> b.get(2).dividedBy(x.plus(b.get(3))).exp().times(b.get(1))),

    /** b1 + b2 exp(−b4 x) + b3 exp(−b5 x). */
    TWO_DECAYS(
            5,
            (b, x) -> decay(x, b.get(2), b.get(4))
                    .plus(decay(x, b.get(3), b.get(5)))
                    .plus(b.get(1))),

    /** b1 (1 − (1 + b2 x/2)^(−2)). */
    INVERSE_SQUARE(
            2,
            (b, x) ->
                    one().minus(x.times(b.get(2)).dividedBy(2).plus(1).pow(-2)).times(b.get(1))),

    /** b1 (1 − (1 + 2 b2 x)^(−½)). */
    INVERSE_ROOT(
            2,
            (b, x) -> one().minus(x.times(b.get(2)).times(2).plus(1).pow(-0.5)).times(b.get(1))),

    /** b1 b2 x (1 + b2 x)^(−1). */
    HYPERBOLA(
            2, (b, x) -> x.times(b.get(2)).dividedBy(x.times(b.get(2)).plus(1)).times(b.get(1))),

    /** b1 − b2 x1 exp(−b3 x2). */
    BREAKDOWN(3, (b, x1, x2) -> b.get(1).minus(x1.times(b.get(2)).times(decay(x2, one(), b.get(3))))),

    /** b1 / (1 + exp(b2 − b3 x)). */
    LOGISTIC(3, (b, x) -> b.get(1).dividedBy(logisticDenominator(x, b.get(2), b.get(3)))),

    /** b1 / (1 + exp(b2 − b3 x))^(1/b4). */
    GENERALISED_LOGISTIC(
            4,
            (b, x) -> b.get(1)
                    .dividedBy(logisticDenominator(x, b.get(2), b.get(3))
                            .pow(b.get(4).reciprocal()))),

    /** b1 − b2 x − arctan(b3 / (x − b4)) / π. */
    QUANTUM_DEFECT(
            4,
            (b, x) -> b.get(1)
                    .minus(x.times(b.get(2)))
                    .minus(b.get(3).dividedBy(x.minus(b.get(4))).atan().dividedBy(Math.PI)));

    /** What a model with one predictor says about every observation. */
    private interface Formula {
        VectorExpr prediction(Coefficients b, VectorExpr x);
    }

    /** What a model with two predictors says about every observation. */
    private interface FormulaOfTwo {
        VectorExpr prediction(Coefficients b, VectorExpr x1, VectorExpr x2);
    }

    private final VectorExpr parameters;
    private final VectorExpr response = Graph.vector("y");
    private final List<VectorExpr> predictors;
    private final VectorExpr residuals;

    NistModel(int parameterCount, Formula formula) {
        VectorExpr x = Graph.vector("x");
        parameters = Graph.vector("b", parameterCount);
        predictors = List.of(x);
        residuals = formula.prediction(new Coefficients(parameters), x).minus(response);
    }

    NistModel(int parameterCount, FormulaOfTwo formula) {
        VectorExpr x1 = Graph.vector("x1");
        VectorExpr x2 = Graph.vector("x2");
        parameters = Graph.vector("b", parameterCount);
        predictors = List.of(x1, x2);
        residuals = formula.prediction(new Coefficients(parameters), x1, x2).minus(response);
    }

    /** What the generator needs: methods named after a name, data in the order predictors, response. */
    GraphDefinition definition(String name) {
        List<VectorExpr> data = new ArrayList<>(predictors);
        data.add(response);
        return GraphDefinition.of(name, residuals, List.of(parameters), data);
    }

    /** The parameters b, a vector variable of fixed length. */
    public VectorExpr parameters() {
        return parameters;
    }

    /** The observations y, a vector variable. */
    public VectorExpr response() {
        return response;
    }

    /** The predictors x, vector variables, as long as the observations. */
    public List<VectorExpr> predictors() {
        return predictors;
    }

    /** The model minus the observations. */
    public VectorExpr residuals() {
        return residuals;
    }
}
