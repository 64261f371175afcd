package org.cotangent.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The generated classes against the interpreter, on the graphs they were generated from. */
class GeneratedModelsTest {

    @ParameterizedTest
    @EnumSource(Problem.class)
    void agreeWithTheInterpreterToTheBit(Problem problem) {
        Dataset data = problem.dataset();
        TwiceDifferentiableVectorFunction generated = problem.residuals(data);
        TwiceDifferentiableVectorFunction interpreted = interpreted(problem, data);
        for (double[] point : List.of(data.starts().get(0), data.starts().get(1), data.parameters())) {
            assertThat(generated.inputDimension()).isEqualTo(data.parameterCount());
            assertThat(generated.outputDimension()).isEqualTo(data.observationCount());
            assertThat(jacobian(generated, point)).containsExactly(jacobian(interpreted, point));
            assertThat(curvature(generated, point)).containsExactly(curvature(interpreted, point));
        }
    }

    private static TwiceDifferentiableVectorFunction interpreted(Problem problem, Dataset data) {
        List<VectorExpr> predictors = problem.model().predictors();
        Data[] bound = new Data[1 + predictors.size()];
        bound[0] = Data.of(problem.model().response(), problem.fittedResponse(data));
        for (int j = 0; j < predictors.size(); j++) {
            bound[1 + j] = Data.of(predictors.get(j), data.predictors().get(j));
        }
        return Differentiation.of(problem.model().residuals(), problem.model().parameters(), bound);
    }

    /** Values, then the Jacobian by rows. */
    private static double[] jacobian(TwiceDifferentiableVectorFunction f, double[] point) {
        int m = f.outputDimension();
        double[] values = new double[m];
        double[] jacobian = new double[m * point.length];
        f.jacobian(point, values, jacobian);
        double[] all = java.util.Arrays.copyOf(values, m + jacobian.length);
        System.arraycopy(jacobian, 0, all, m, jacobian.length);
        return all;
    }

    /** The product with a direction in which all parameters change by the same share. */
    private static double[] curvature(TwiceDifferentiableVectorFunction f, double[] point) {
        double[] weights = new double[f.outputDimension()];
        f.value(point, weights);
        double[] product = new double[point.length];
        f.weightedHessianVectorProduct(point, weights, point, product);
        return product;
    }
}
