package golden;

import java.util.Arrays;
import java.util.Objects;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.runtime.Generated;
import org.cotangent.ad.runtime.Workspace;
import org.cotangent.ad.runtime.WorkspacePool;

/**
 * Functions and their derivatives, generated from {@code org.cotangent.codegen.emit.DecaySource}.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class Decay {
    private Decay() {
    }

    /**
     * The value of misfit.
     *
     * @param b variable, length 2, not modified
     * @param t data, not modified
     * @param y data, not modified
     * @return the value
     */
    public static double misfitValue(double[] b, double[] t, double[] y) {
        double t1 = -b[1];
        if (y.length != t.length) {
            throw new IllegalArgumentException(
                    "arrays combined element by element have different lengths " + y.length
                    + " and " + t.length
                    + ": y.length of y and t.length of Math.exp(t * -b[1]) * b[0]; pass equal "
                    + "lengths");
        }
        double sum = 0;
        // sum((y - Math.exp(t * -b[1]) * b[0]) * (y - Math.exp(t * -b[1]) * b[0]))
        for (int i = 0; i < y.length; i++) {
            double t2 = y[i] - Math.exp(t[i] * t1) * b[0];
            sum += t2 * t2;
        }
        return sum;
    }

    /**
     * The value of misfit and its gradient.
     *
     * @param b variable, length 2, not modified
     * @param bBar receives the derivative by b, length 2, overwritten
     * @param t data, not modified
     * @param y data, not modified
     * @return the value
     */
    public static double misfitGradient(double[] b, double[] bBar, double[] t, double[] y) {
        Arrays.fill(bBar, 0.0);
        double t1 = -b[1];
        if (y.length != t.length) {
            throw new IllegalArgumentException(
                    "arrays combined element by element have different lengths " + y.length
                    + " and " + t.length
                    + ": y.length of y and t.length of Math.exp(t * -b[1]) * b[0]; pass equal "
                    + "lengths");
        }
        double sum = 0;
        double t1Bar = 0;
        // sum((y - Math.exp(t * -b[1]) * b[0]) * (y - Math.exp(t * -b[1]) * b[0]))
        if (y.length > 0) {
            double bBarSum = bBar[0];
            for (int i = 0; i < y.length; i++) {
                double t4 = Math.exp(t[i] * t1);
                double t2 = y[i] - t4 * b[0];
                sum += t2 * t2;
                double t5Bar = -(2 * t2);
                bBarSum += t5Bar * t4;
                t1Bar += t5Bar * b[0] * t4 * t[i];
            }
            bBar[0] = bBarSum;
        }
        bBar[1] -= t1Bar;
        return sum;
    }

    /**
     * The value of misfit, its gradient, and its Hessian times a direction.
     *
     * <p>After the call the workspace holds the derivative of the value along the direction in {@code real(1)}.
     *
     * @param b variable, length 2, not modified
     * @param bDot direction of b, length 2, not modified
     * @param bBar receives the derivative by b, length 2, overwritten
     * @param bBarDot receives the part of the product that belongs to b, length 2, overwritten
     * @param t data, not modified
     * @param y data, not modified
     * @param workspace of this thread, used again in its next call
     * @return the value
     */
    public static double misfitHessianVectorProduct(double[] b, double[] bDot, double[] bBar,
            double[] bBarDot, double[] t, double[] y, Workspace workspace) {
        Arrays.fill(bBarDot, 0, bBar.length, 0.0);
        Arrays.fill(bBar, 0.0);
        double t1 = -b[1];
        double t1Dot = -bDot[1];
        if (y.length != t.length) {
            throw new IllegalArgumentException(
                    "arrays combined element by element have different lengths " + y.length
                    + " and " + t.length
                    + ": y.length of y and t.length of Math.exp(t * -b[1]) * b[0]; pass equal "
                    + "lengths");
        }
        double sum = 0;
        double sumDot = 0;
        double t1BarDot = 0;
        double t1Bar = 0;
        // sum((y - Math.exp(t * -b[1]) * b[0]) * (y - Math.exp(t * -b[1]) * b[0]))
        if (y.length > 0) {
            double bBarSum = bBar[0];
            double bBarSumDot = bBarDot[0];
            for (int i = 0; i < y.length; i++) {
                double t4 = Math.exp(t[i] * t1);
                double t4Dot = t1Dot * t[i] * t4;
                double t14 = bDot[0] * t4;
                double t5Dot = t4Dot * b[0] + t14;
                double t2 = y[i] - t4 * b[0];
                double t2Dot = -t5Dot;
                double t15 = 2 * t2;
                sumDot += t2Dot * t15;
                sum += t2 * t2;
                double t5Bar = -t15;
                double t5BarDot = -(2 * t2Dot);
                bBarSumDot += t5BarDot * t4 + t4Dot * t5Bar;
                bBarSum += t5Bar * t4;
                double t9 = t5Bar * b[0];
                double t10Dot = (t5BarDot * b[0] + bDot[0] * t5Bar) * t4 + t4Dot * t9;
                t1BarDot += t10Dot * t[i];
                t1Bar += t9 * t4 * t[i];
            }
            bBarDot[0] = bBarSumDot;
            bBar[0] = bBarSum;
        }
        bBarDot[1] -= t1BarDot;
        bBar[1] -= t1Bar;
        workspace.setReal(1, sumDot);
        return sum;
    }

    /**
     * The function misfit as an object that any number of threads may share.
     *
     * @param t data, copied
     * @param y data, copied
     */
    public static TwiceDifferentiableFunction misfit(double[] t, double[] y) {
        return new MisfitFunction(t, y);
    }

    /**
     * The values of residuals.
     *
     * @param b variable, length 2, not modified
     * @param t data, not modified
     * @param y data, not modified
     * @param out receives the values, length {@code y.length}, overwritten
     */
    public static void residualsValue(double[] b, double[] t, double[] y, double[] out) {
        double t1 = -b[1];
        if (y.length != t.length) {
            throw new IllegalArgumentException(
                    "arrays combined element by element have different lengths " + y.length
                    + " and " + t.length
                    + ": y.length of y and t.length of Math.exp(t * -b[1]) * b[0]; pass equal "
                    + "lengths");
        }
        // y - Math.exp(t * -b[1]) * b[0]
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] - Math.exp(t[i] * t1) * b[0];
        }
    }

    /**
     * The values of residuals, and their Jacobian times a tangent.
     *
     * @param b variable, length 2, not modified
     * @param bDot direction of b, length 2, not modified
     * @param t data, not modified
     * @param y data, not modified
     * @param out receives the values, length {@code y.length}, overwritten
     * @param outDot receives the tangent of the values, length {@code y.length}, overwritten
     */
    public static void residualsJvp(double[] b, double[] bDot, double[] t, double[] y, double[] out,
            double[] outDot) {
        double t1 = -b[1];
        double t1Dot = -bDot[1];
        if (y.length != t.length) {
            throw new IllegalArgumentException(
                    "arrays combined element by element have different lengths " + y.length
                    + " and " + t.length
                    + ": y.length of y and t.length of Math.exp(t * -b[1]) * b[0]; pass equal "
                    + "lengths");
        }
        // y - Math.exp(t * -b[1]) * b[0]
        for (int i = 0; i < y.length; i++) {
            double t3 = Math.exp(t[i] * t1);
            double t7 = bDot[0] * t3;
            double t4Dot = t1Dot * t[i] * t3 * b[0] + t7;
            outDot[i] = -t4Dot;
            out[i] = y[i] - t3 * b[0];
        }
    }

    /**
     * The values of residuals, and their transposed Jacobian times an adjoint.
     *
     * @param b variable, length 2, not modified
     * @param bBar receives the derivative by b, length 2, overwritten
     * @param t data, not modified
     * @param y data, not modified
     * @param out receives the values, length {@code y.length}, overwritten
     * @param outBar weights of the values, length {@code y.length}, used up
     */
    public static void residualsVjp(double[] b, double[] bBar, double[] t, double[] y, double[] out,
            double[] outBar) {
        Arrays.fill(bBar, 0.0);
        double t1 = -b[1];
        if (y.length != t.length) {
            throw new IllegalArgumentException(
                    "arrays combined element by element have different lengths " + y.length
                    + " and " + t.length
                    + ": y.length of y and t.length of Math.exp(t * -b[1]) * b[0]; pass equal "
                    + "lengths");
        }
        double t1Bar = 0;
        // y - Math.exp(t * -b[1]) * b[0]
        if (y.length > 0) {
            double bBarSum = bBar[0];
            for (int i = 0; i < y.length; i++) {
                double t3 = Math.exp(t[i] * t1);
                out[i] = y[i] - t3 * b[0];
                double outBarTaken = outBar[i];
                outBar[i] = 0;
                double t4Bar = -outBarTaken;
                bBarSum += t4Bar * t3;
                t1Bar += t4Bar * b[0] * t3 * t[i];
            }
            bBar[0] = bBarSum;
        }
        bBar[1] -= t1Bar;
    }

    /**
     * The values of residuals, and their Jacobian.
     *
     * @param b variable, length 2, not modified
     * @param t data, not modified
     * @param y data, not modified
     * @param out receives the values, length {@code y.length}, overwritten
     * @param jacobian receives the Jacobian by rows, entry (i, j) at {@code i * 2 + j}; overwritten
     * @param workspace of this thread, used again in its next call
     */
    public static void residualsJacobian(double[] b, double[] t, double[] y, double[] out,
            double[] jacobian, Workspace workspace) {
        double[] bDot = workspace.vector(2, 2);
        Arrays.fill(bDot, 0.0);
        double[] outDot = workspace.vector(3, out.length);
        for (int j = 0; j < 2; j++) {
            bDot[j] = 1;
            residualsJvp(b, bDot, t, y, out, outDot);
            for (int i = 0; i < out.length; i++) {
                jacobian[i * 2 + j] = outDot[i];
            }
            bDot[j] = 0;
        }
    }

    /**
     * The values of residuals, and the Hessian of their weighted sum times a direction.
     *
     * @param b variable, length 2, not modified
     * @param bDot direction of b, length 2, not modified
     * @param bBar receives the derivative by b, length 2, overwritten
     * @param bBarDot receives the part of the product that belongs to b, length 2, overwritten
     * @param t data, not modified
     * @param y data, not modified
     * @param out receives the values, length {@code y.length}, overwritten
     * @param outDot receives the tangent of the values, length {@code y.length}, overwritten
     * @param outBar weights of the values, length {@code y.length}, used up
     */
    public static void residualsWeightedHessianVectorProduct(double[] b, double[] bDot,
            double[] bBar, double[] bBarDot, double[] t, double[] y, double[] out, double[] outDot,
            double[] outBar) {
        Arrays.fill(bBarDot, 0, bBar.length, 0.0);
        Arrays.fill(bBar, 0.0);
        double t1 = -b[1];
        double t1Dot = -bDot[1];
        if (y.length != t.length) {
            throw new IllegalArgumentException(
                    "arrays combined element by element have different lengths " + y.length
                    + " and " + t.length
                    + ": y.length of y and t.length of Math.exp(t * -b[1]) * b[0]; pass equal "
                    + "lengths");
        }
        double t1BarDot = 0;
        double t1Bar = 0;
        // y - Math.exp(t * -b[1]) * b[0]
        if (y.length > 0) {
            double bBarSum = bBar[0];
            double bBarSumDot = bBarDot[0];
            for (int i = 0; i < y.length; i++) {
                double t3 = Math.exp(t[i] * t1);
                double t3Dot = t1Dot * t[i] * t3;
                double t12 = bDot[0] * t3;
                double t4Dot = t3Dot * b[0] + t12;
                outDot[i] = -t4Dot;
                out[i] = y[i] - t3 * b[0];
                double outBarTaken = outBar[i];
                outBar[i] = 0;
                double t4Bar = -outBarTaken;
                bBarSumDot += t3Dot * t4Bar;
                bBarSum += t4Bar * t3;
                double t7 = t4Bar * b[0];
                t1BarDot += (bDot[0] * t4Bar * t3 + t3Dot * t7) * t[i];
                t1Bar += t7 * t3 * t[i];
            }
            bBarDot[0] = bBarSumDot;
            bBar[0] = bBarSum;
        }
        bBarDot[1] -= t1BarDot;
        bBar[1] -= t1Bar;
    }

    /**
     * The number of values of residuals.
     */
    private static int residualsLength(double[] b, double[] t, double[] y) {
        return y.length;
    }

    /**
     * The function residuals as an object that any number of threads may share.
     *
     * @param t data, copied
     * @param y data, copied
     */
    public static TwiceDifferentiableVectorFunction residuals(double[] t, double[] y) {
        return new ResidualsFunction(t, y);
    }

    /**
     * The value of mixed.
     *
     * @param scale variable
     * @param z variable, not modified
     * @param unused variable
     * @param b variable, length 2, not modified
     * @param n data
     * @return the value
     */
    public static double mixedValue(double scale, double[] z, double unused, double[] b, int n) {
        double sum = 0;
        // sum(Math.sin(z * scale))
        for (int i = 0; i < z.length; i++) {
            sum += Math.sin(z[i] * scale);
        }
        return sum * b[0] + scale * scale * n;
    }

    /**
     * The value of mixed and its gradient.
     *
     * <p>After the call the workspace holds the derivative by scale in {@code real(1)}, the derivative by unused in {@code real(2)}.
     *
     * @param scale variable
     * @param z variable, not modified
     * @param zBar receives the derivative by z, length {@code z.length}, overwritten
     * @param unused variable
     * @param b variable, length 2, not modified
     * @param bBar receives the derivative by b, length 2, overwritten
     * @param n data
     * @param workspace of this thread, used again in its next call
     * @return the value
     */
    public static double mixedGradient(double scale, double[] z, double[] zBar, double unused,
            double[] b, double[] bBar, int n, Workspace workspace) {
        Arrays.fill(zBar, 0.0);
        Arrays.fill(bBar, 0.0);
        double sum = 0;
        double scaleBar = n * (2 * scale);
        double t9 = b[0];
        // sum(Math.sin(z * scale))
        for (int i = 0; i < z.length; i++) {
            double t = z[i] * scale;
            sum += Math.sin(t);
            double t13 = t9 * Math.cos(t);
            zBar[i] += t13 * scale;
            scaleBar += t13 * z[i];
        }
        double result = sum * b[0] + scale * scale * n;
        bBar[0] += sum;
        double unusedBar = 0;
        workspace.setReal(1, scaleBar);
        workspace.setReal(2, unusedBar);
        return result;
    }

    /**
     * The value of mixed, its gradient, and its Hessian times a direction.
     *
     * <p>After the call the workspace holds the derivative of the value along the direction in {@code real(1)}, the derivative by scale in {@code real(2)}, the part of the product that belongs to scale in {@code real(3)}, the derivative by unused in {@code real(4)}, the part of the product that belongs to unused in {@code real(5)}.
     *
     * @param scale variable
     * @param scaleDot direction of scale
     * @param z variable, not modified
     * @param zDot direction of z, length {@code z.length}, not modified
     * @param zBar receives the derivative by z, length {@code z.length}, overwritten
     * @param zBarDot receives the part of the product that belongs to z, length {@code z.length}, overwritten
     * @param unused variable
     * @param unusedDot direction of unused
     * @param b variable, length 2, not modified
     * @param bDot direction of b, length 2, not modified
     * @param bBar receives the derivative by b, length 2, overwritten
     * @param bBarDot receives the part of the product that belongs to b, length 2, overwritten
     * @param n data
     * @param workspace of this thread, used again in its next call
     * @return the value
     */
    public static double mixedHessianVectorProduct(double scale, double scaleDot, double[] z,
            double[] zDot, double[] zBar, double[] zBarDot, double unused, double unusedDot,
            double[] b, double[] bDot, double[] bBar, double[] bBarDot, int n,
            Workspace workspace) {
        Arrays.fill(zBarDot, 0, zBar.length, 0.0);
        Arrays.fill(zBar, 0.0);
        Arrays.fill(bBarDot, 0, bBar.length, 0.0);
        Arrays.fill(bBar, 0.0);
        double sum = 0;
        double sumDot = 0;
        double t2 = 2 * scale;
        double scaleBar = n * t2;
        double scaleBarDot = 2 * scaleDot * n;
        double t9 = b[0];
        double t9Dot = bDot[0];
        // sum(Math.sin(z * scale))
        for (int i = 0; i < z.length; i++) {
            double t = z[i] * scale;
            double tDot = zDot[i] * scale + scaleDot * z[i];
            double t3 = Math.sin(t);
            double t16 = Math.cos(t);
            sumDot += tDot * t16;
            sum += t3;
            double t13 = t9 * t16;
            double t13Dot = t9Dot * t16 - tDot * t3 * t9;
            double t5Dot = t13Dot * scale + scaleDot * t13;
            zBarDot[i] += t5Dot;
            zBar[i] += t13 * scale;
            scaleBarDot += t13Dot * z[i] + zDot[i] * t13;
            scaleBar += t13 * z[i];
        }
        double result = sum * b[0] + scale * scale * n;
        double resultDot = sumDot * b[0] + bDot[0] * sum + scaleDot * t2 * n;
        bBarDot[0] += sumDot;
        bBar[0] += sum;
        double unusedBar = 0;
        double unusedBarDot = 0;
        workspace.setReal(1, resultDot);
        workspace.setReal(2, scaleBar);
        workspace.setReal(3, scaleBarDot);
        workspace.setReal(4, unusedBar);
        workspace.setReal(5, unusedBarDot);
        return result;
    }

    /**
     * The function mixed as an object that any number of threads may share.
     *
     * <p>The flat point holds {@code scale}, then {@code z}, then {@code unused}, then {@code b}.
     *
     * @param zLength elements of the variable, at least 1
     * @param n data
     */
    public static TwiceDifferentiableFunction mixed(int zLength, int n) {
        return new MixedFunction(zLength, n);
    }

    private static final class MisfitFunction implements TwiceDifferentiableFunction {
        private final WorkspacePool pool = new WorkspacePool();

        private final double[] t;

        private final double[] y;

        private MisfitFunction(double[] t, double[] y) {
            this.t = Objects.requireNonNull(t, "t is null, expected data").clone();
            this.y = Objects.requireNonNull(y, "y is null, expected data").clone();
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] point) {
            Checks.length("point", point, 2);
            return misfitValue(point, this.t, this.y);
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            Checks.length("point", point, 2);
            Checks.length("gradient", gradient, 2);
            Checks.distinct("gradient", gradient, "point", point);
            return misfitGradient(point, gradient, this.t, this.y);
        }

        @Override
        public void hessianVectorProduct(double[] point, double[] direction, double[] product) {
            Checks.length("point", point, 2);
            Checks.length("direction", direction, 2);
            Checks.length("product", product, 2);
            Checks.distinct("product", product, "point", point);
            Checks.distinct("product", product, "direction", direction);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[] bBar = workspace.vector(0, 2);
            misfitHessianVectorProduct(point, direction, bBar, product, this.t, this.y, workspace);
            pool.giveBack(entry);
        }
    }

    private static final class ResidualsFunction implements TwiceDifferentiableVectorFunction {
        private final WorkspacePool pool = new WorkspacePool();

        private final double[] t;

        private final double[] y;

        private final int outputDimension;

        private ResidualsFunction(double[] t, double[] y) {
            this.t = Objects.requireNonNull(t, "t is null, expected data").clone();
            this.y = Objects.requireNonNull(y, "y is null, expected data").clone();
            this.outputDimension = Checks.dimension("number of values of residuals",
                    residualsLength(new double[2], this.t, this.y));
        }

        @Override
        public int inputDimension() {
            return 2;
        }

        @Override
        public int outputDimension() {
            return outputDimension;
        }

        @Override
        public void value(double[] point, double[] values) {
            Checks.length("point", point, 2);
            Checks.length("values", values, outputDimension, "number of values");
            Checks.distinct("values", values, "point", point);
            residualsValue(point, this.t, this.y, values);
        }

        @Override
        public void jvp(double[] point, double[] tangent, double[] values, double[] product) {
            Checks.length("point", point, 2);
            Checks.length("tangent", tangent, 2);
            Checks.length("values", values, outputDimension, "number of values");
            Checks.distinct("values", values, "point", point);
            Checks.distinct("values", values, "tangent", tangent);
            Checks.length("product", product, outputDimension, "number of values");
            Checks.distinct("product", product, "point", point);
            Checks.distinct("product", product, "tangent", tangent);
            Checks.distinct("product", product, "values", values);
            residualsJvp(point, tangent, this.t, this.y, values, product);
        }

        @Override
        public void vjp(double[] point, double[] adjoint, double[] values, double[] product) {
            Checks.length("point", point, 2);
            Checks.length("adjoint", adjoint, outputDimension, "number of values");
            Checks.length("values", values, outputDimension, "number of values");
            Checks.distinct("values", values, "point", point);
            Checks.distinct("values", values, "adjoint", adjoint);
            Checks.length("product", product, 2);
            Checks.distinct("product", product, "point", point);
            Checks.distinct("product", product, "adjoint", adjoint);
            Checks.distinct("product", product, "values", values);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[] outBar = workspace.vector(1, outputDimension);
            System.arraycopy(adjoint, 0, outBar, 0, outputDimension);
            residualsVjp(point, product, this.t, this.y, values, outBar);
            pool.giveBack(entry);
        }

        @Override
        public void jacobian(double[] point, double[] values, double[] jacobian) {
            Checks.length("point", point, 2);
            Checks.length("values", values, outputDimension, "number of values");
            Checks.distinct("values", values, "point", point);
            Checks.length("jacobian", jacobian, Math.multiplyExact(outputDimension, 2),
                    "values times variables");
            Checks.distinct("jacobian", jacobian, "point", point);
            Checks.distinct("jacobian", jacobian, "values", values);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            residualsJacobian(point, this.t, this.y, values, jacobian, workspace);
            pool.giveBack(entry);
        }

        @Override
        public void weightedHessianVectorProduct(double[] point, double[] weights,
                double[] direction, double[] product) {
            Checks.length("point", point, 2);
            Checks.length("weights", weights, outputDimension, "number of values");
            Checks.length("direction", direction, 2);
            Checks.length("product", product, 2);
            Checks.distinct("product", product, "point", point);
            Checks.distinct("product", product, "weights", weights);
            Checks.distinct("product", product, "direction", direction);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[] bBar = workspace.vector(4, 2);
            double[] out = workspace.vector(5, outputDimension);
            double[] outDot = workspace.vector(6, outputDimension);
            double[] outBar = workspace.vector(1, outputDimension);
            System.arraycopy(weights, 0, outBar, 0, outputDimension);
            residualsWeightedHessianVectorProduct(point, direction, bBar, product, this.t, this.y,
                    out, outDot, outBar);
            pool.giveBack(entry);
        }
    }

    private static final class MixedFunction implements TwiceDifferentiableFunction {
        private final WorkspacePool pool = new WorkspacePool();

        private final int zLength;

        private final int n;

        private MixedFunction(int zLength, int n) {
            this.zLength = Checks.dimension("zLength", zLength);
            this.n = n;
        }

        @Override
        public int dimension() {
            return zLength + 4;
        }

        @Override
        public double value(double[] point) {
            Checks.length("point", point, zLength + 4);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[] z = workspace.vector(7, zLength);
            System.arraycopy(point, 1, z, 0, zLength);
            double[] b = workspace.vector(8, 2);
            System.arraycopy(point, zLength + 2, b, 0, 2);
            double result = mixedValue(point[0], z, point[zLength + 1], b, this.n);
            pool.giveBack(entry);
            return result;
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            Checks.length("point", point, zLength + 4);
            Checks.length("gradient", gradient, zLength + 4);
            Checks.distinct("gradient", gradient, "point", point);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[] z = workspace.vector(7, zLength);
            System.arraycopy(point, 1, z, 0, zLength);
            double[] zBar = workspace.vector(9, zLength);
            double[] b = workspace.vector(8, 2);
            System.arraycopy(point, zLength + 2, b, 0, 2);
            double[] bBar = workspace.vector(10, 2);
            double result = mixedGradient(point[0], z, zBar, point[zLength + 1], b, bBar, this.n,
                    workspace);
            System.arraycopy(zBar, 0, gradient, 1, zLength);
            System.arraycopy(bBar, 0, gradient, zLength + 2, 2);
            gradient[0] = workspace.real(1);
            gradient[zLength + 1] = workspace.real(2);
            pool.giveBack(entry);
            return result;
        }

        @Override
        public void hessianVectorProduct(double[] point, double[] direction, double[] product) {
            Checks.length("point", point, zLength + 4);
            Checks.length("direction", direction, zLength + 4);
            Checks.length("product", product, zLength + 4);
            Checks.distinct("product", product, "point", point);
            Checks.distinct("product", product, "direction", direction);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[] z = workspace.vector(7, zLength);
            System.arraycopy(point, 1, z, 0, zLength);
            double[] zDot = workspace.vector(11, zLength);
            System.arraycopy(direction, 1, zDot, 0, zLength);
            double[] zBar = workspace.vector(9, zLength);
            double[] zBarDot = workspace.vector(12, zLength);
            double[] b = workspace.vector(8, 2);
            System.arraycopy(point, zLength + 2, b, 0, 2);
            double[] bDot = workspace.vector(13, 2);
            System.arraycopy(direction, zLength + 2, bDot, 0, 2);
            double[] bBar = workspace.vector(10, 2);
            double[] bBarDot = workspace.vector(14, 2);
            mixedHessianVectorProduct(point[0], direction[0], z, zDot, zBar, zBarDot,
                    point[zLength + 1], direction[zLength + 1], b, bDot, bBar, bBarDot, this.n,
                    workspace);
            System.arraycopy(zBarDot, 0, product, 1, zLength);
            System.arraycopy(bBarDot, 0, product, zLength + 2, 2);
            product[0] = workspace.real(3);
            product[zLength + 1] = workspace.real(5);
            pool.giveBack(entry);
        }
    }

    /**
     * The variables of mixed one by one. Arrays are not copied.
     *
     * <p>The flat point holds {@code scale}, then {@code z}, then {@code unused}, then {@code b}.
     *
     * @param scale a variable
     * @param z a variable
     * @param unused a variable
     * @param b a variable
     */
    public record MixedVariables(double scale, double[] z, double unused, double[] b) {
        /**
         * The flat point, a new array.
         */
        public double[] pack() {
            double[] point = new double[this.z.length + 4];
            point[0] = this.scale;
            System.arraycopy(this.z, 0, point, 1, this.z.length);
            point[this.z.length + 1] = this.unused;
            Checks.length("b", this.b, 2, "length of the variable");
            System.arraycopy(this.b, 0, point, this.z.length + 2, 2);
            return point;
        }

        /**
         * The variables that a flat point holds, in new arrays.
         *
         * @param point the flat point, not modified
         * @param zLength elements of the variable, at least 1
         * @throws IllegalArgumentException if the point has another length than these make
         */
        public static MixedVariables unpack(double[] point, int zLength) {
            Checks.dimension("zLength", zLength);
            Checks.length("point", point, zLength + 4);
            double[] z = new double[zLength];
            System.arraycopy(point, 1, z, 0, zLength);
            double[] b = new double[2];
            System.arraycopy(point, zLength + 2, b, 0, 2);
            return new MixedVariables(point[0], z, point[zLength + 1], b);
        }
    }
}
