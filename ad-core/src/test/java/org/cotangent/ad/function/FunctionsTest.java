package org.cotangent.ad.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cotangent.ad.function.Functions.HessianVectorProduct;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    private static final BiConsumer<double[], double[]> GRADIENT = (x, gradient) -> {
        gradient[0] = 2 * x[0] * x[1];
        gradient[1] = x[0] * x[0];
    };

    private static final HessianVectorProduct PRODUCT = (x, v, product) -> {
        product[0] = 2 * x[1] * v[0] + 2 * x[0] * v[1];
        product[1] = 2 * x[0] * v[0];
    };

    /** x0² x1. */
    private final TwiceDifferentiableFunction f = Functions.of(2, x -> x[0] * x[0] * x[1], GRADIENT, PRODUCT);

    /** (x0 x1, x0 + 2 x1, x1²). */
    private final VectorFunction g = Functions.of(
            2,
            3,
            (x, y) -> {
                y[0] = x[0] * x[1];
                y[1] = x[0] + 2 * x[1];
                y[2] = x[1] * x[1];
            },
            (x, jacobian) -> {
                jacobian[0] = x[1];
                jacobian[1] = x[0];
                jacobian[2] = 1;
                jacobian[3] = 2;
                jacobian[4] = 0;
                jacobian[5] = 2 * x[1];
            });

    private final double[] point = {3, 5};

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Test
    void valueAndGradientComeFromTheGivenFunctions() {
        DifferentiableFunction once = Functions.of(2, x -> x[0] * x[0] * x[1], GRADIENT);
        double[] gradient = new double[2];
        assertThat(once.dimension()).isEqualTo(2);
        assertThat(once.value(point)).isEqualTo(45);
        assertThat(once.valueAndGradient(point, gradient)).isEqualTo(45);
        assertThat(gradient).containsExactly(30, 9);
    }

    @Test
    void productsGiveTheDenseHessian() {
        double[] hessian = new double[4];
        f.hessian(point, hessian);
        assertThat(hessian).containsExactly(10, 6, 6, 0);
    }

    @Test
    void denseJacobianGivesBothProducts() {
        double[] y = new double[3];
        double[] yDot = new double[3];
        double[] xBar = new double[2];
        g.jvp(point, new double[] {1, 10}, y, yDot);
        assertThat(y).containsExactly(15, 13, 25);
        assertThat(yDot).containsExactly(35, 21, 100);
        g.vjp(point, new double[] {1, 10, 100}, y, xBar);
        assertThat(xBar).containsExactly(15, 1023);
        double[] jacobian = new double[6];
        g.jacobian(point, y, jacobian);
        assertThat(jacobian).containsExactly(5, 3, 1, 2, 0, 10);
    }

    @Test
    void jacobianByProductsIsTheSameEitherWay() {
        double[] expected = new double[6];
        double[] y = new double[3];
        g.jacobian(point, y, expected);
        double[] byTangents = new double[6];
        onlyProducts(g).jacobian(point, y, byTangents);
        assertThat(byTangents).containsExactly(expected);
        VectorFunction wide = Functions.of(2, 1, (x, values) -> values[0] = x[0] * x[1], (x, jacobian) -> {
            jacobian[0] = x[1];
            jacobian[1] = x[0];
        });
        double[] byAdjoints = new double[2];
        onlyProducts(wide).jacobian(point, new double[1], byAdjoints);
        assertThat(byAdjoints).containsExactly(5, 3);
    }

    /** Another view of a function that leaves the Jacobian to the interface. */
    private static VectorFunction onlyProducts(VectorFunction function) {
        return new VectorFunction() {
            @Override
            public int inputDimension() {
                return function.inputDimension();
            }

            @Override
            public int outputDimension() {
                return function.outputDimension();
            }

            @Override
            public void value(double[] x, double[] y) {
                function.value(x, y);
            }

            @Override
            public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
                function.jvp(x, xDot, y, yDot);
            }

            @Override
            public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
                function.vjp(x, yBar, y, xBar);
            }
        };
    }

    @Test
    void argumentsAreChecked() {
        double[] one = new double[1];
        double[] two = new double[2];
        double[] three = new double[3];
        refused(() -> f.value(one), "point has length 1, expected 2");
        refused(
                () -> f.valueAndGradient(point, three),
                "gradient has length 3, expected 2 (dimension of the function)");
        refused(() -> f.valueAndGradient(point, point), "gradient is the same array as point");
        refused(() -> f.hessianVectorProduct(point, one, two), "direction has length 1, expected 2");
        refused(() -> f.hessianVectorProduct(point, two, two), "product is the same array as direction");
        refused(() -> f.hessian(point, three), "hessian has length 3, expected 4 (square of the dimension)");
        refused(() -> g.value(point, two), "values has length 2, expected 3 (number of values)");
        refused(() -> g.jvp(point, one, three, new double[3]), "tangent has length 1, expected 2");
        refused(() -> g.jvp(point, two, three, three), "product is the same array as values");
        refused(() -> g.vjp(point, two, three, new double[2]), "adjoint has length 2, expected 3");
        refused(() -> g.vjp(point, three, new double[3], point), "product is the same array as point");
        refused(() -> g.jacobian(point, three, two), "jacobian has length 2, expected 6 (values times variables)");
    }

    @Test
    void dimensionsAreChecked() {
        refused(() -> Functions.of(0, x -> 0, GRADIENT), "number of variables is 0, expected at least 1");
        refused(() -> Functions.of(-1, x -> 0, GRADIENT, PRODUCT), "number of variables is -1");
        refused(() -> Functions.of(1, 0, GRADIENT, GRADIENT), "number of values is 0, expected at least 1");
    }

    @Test
    void nothingMayBeMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> Functions.of(1, null, GRADIENT))
                .withMessageContaining("value is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Functions.of(1, x -> 0, null))
                .withMessageContaining("gradient is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Functions.of(1, x -> 0, GRADIENT, null))
                .withMessageContaining("product is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Functions.of(1, 1, GRADIENT, null))
                .withMessageContaining("jacobian is null");
    }
}
