package org.cotangent.optim.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.ad.function.GaussNewtonSum;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Vectors;

/**
 * A sum over examples of a convex loss of a model's outputs. Products with the Gauss-Newton matrix take
 * one {@link VectorFunction#jvp}, the small matrix of the loss, and one {@link VectorFunction#vjp} an
 * example; products with the Fisher matrix are the same ones with the Fisher information of the outputs,
 * and equal where that is the Hessian of the loss.
 *
 * <pre>{@code
 * List<VectorFunction> model = new ArrayList<>();
 * for (double time : times) {
 *     model.add(CoolingCoffeeDerivatives.temperatures(3, new double[] {time}));
 * }
 * ModelSum sum = new ModelSum(model, new SquaredError(measured));
 * }</pre>
 */
public final class ModelSum implements GaussNewtonSum, FisherSum {

    private static final String OUTPUTS = "number of outputs of the loss";

    private final List<VectorFunction> model;
    private final OutputLoss loss;
    private final int dimension;
    private final Penalty penalty;

    /**
     * A model and its loss.
     *
     * @param model outputs as a function of the variables, one for each example; copied
     * @param loss as many examples, as many outputs
     * @throws IllegalArgumentException if there are no examples, or numbers differ
     */
    public ModelSum(List<? extends VectorFunction> model, OutputLoss loss) {
        this.loss = Objects.requireNonNull(loss, "loss is null, expected one such as SquaredError");
        Objects.requireNonNull(model, "model is null, expected a function for each example");
        for (int i = 0; i < model.size(); i++) {
            int index = i;
            Objects.requireNonNull(
                    model.get(i), () -> "example " + index + " is null, expected a function of the variables");
        }
        this.model = List.copyOf(model);
        Checks.sameCount("examples of the model", model.size(), "examples of the loss", loss.size());
        if (model.isEmpty()) {
            throw new IllegalArgumentException("there are 0 examples, expected at least 1; a mean needs one");
        }
        dimension = model.get(0).inputDimension();
        for (int i = 0; i < model.size(); i++) {
            require(i, "variables", model.get(i).inputDimension(), dimension);
            require(i, OUTPUTS, model.get(i).outputDimension(), loss.outputs());
        }
        penalty = new Penalty(0, true);
    }

    private ModelSum(ModelSum other, Penalty penalty) {
        model = other.model;
        loss = other.loss;
        dimension = other.dimension;
        this.penalty = penalty;
    }

    /**
     * A copy whose examples each add curvature / 2 times the sum of squares of all variables, in place of another penalty.
     * Gauss-Newton products include it; Fisher products, being of what is predicted, do not.
     */
    public ModelSum penalty(double curvature) {
        return new ModelSum(this, new Penalty(curvature, true));
    }

    private static void require(int example, String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "example " + example + " has " + found + ", expected " + expected + " (" + what + ")");
        }
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] x, int[] batch) {
        double[] z = new double[loss.outputs()];
        double[] slope = new double[z.length];
        double sum = 0;
        for (int i : FiniteSums.requireBatch(batch, size())) {
            model.get(i).value(x, z);
            sum += loss.valueAndGradient(i, z, slope);
        }
        return sum + batch.length * penalty.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        Checks.length("gradient", gradient, dimension);
        Checks.distinct("gradient", gradient, "point", x);
        double[] z = new double[loss.outputs()];
        double[] slope = new double[z.length];
        double[] again = new double[z.length];
        double[] one = new double[dimension];
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i : FiniteSums.requireBatch(batch, size())) {
            model.get(i).value(x, z);
            sum += loss.valueAndGradient(i, z, slope);
            model.get(i).vjp(x, slope, again, one);
            Vectors.addScaled(1, one, gradient);
        }
        penalty.addProduct(batch.length, x, gradient);
        return sum + batch.length * penalty.value(x);
    }

    @Override
    public void gaussNewtonProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(x, batch, v, product, loss::hessianProduct);
        penalty.addProduct(batch.length, v, product);
    }

    @Override
    public void fisherProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(x, batch, v, product, loss::fisherProduct);
    }

    private void product(double[] x, int[] batch, double[] v, double[] product, OutputProduct middle) {
        Checks.length("product", product, dimension);
        Checks.distinct("product", product, "direction", v);
        Checks.distinct("product", product, "point", x);
        double[] z = new double[loss.outputs()];
        double[] zDot = new double[z.length];
        double[] zBar = new double[z.length];
        double[] one = new double[dimension];
        Arrays.fill(product, 0);
        for (int i : FiniteSums.requireBatch(batch, size())) {
            model.get(i).jvp(x, v, z, zDot);
            middle.apply(i, z, zDot, zBar);
            model.get(i).vjp(x, zBar, z, one);
            Vectors.addScaled(1, one, product);
        }
    }
}
