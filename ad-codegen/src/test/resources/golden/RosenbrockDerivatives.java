package golden;

import java.util.Arrays;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.runtime.Generated;
import org.cotangent.ad.runtime.Workspace;
import org.cotangent.ad.runtime.WorkspacePool;

/**
 * Derivatives of methods of {@link Models}.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class RosenbrockDerivatives {
    private RosenbrockDerivatives() {
    }

    /**
     * The value of {@link Models#rosenbrock}.
     *
     * @param x variable, not modified
     * @return the value
     */
    public static double rosenbrockValue(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }

    /**
     * The value of {@link Models#rosenbrock} and its gradient.
     *
     * @param x variable, not modified
     * @param xBar receives the derivative by x, length {@code x.length}, overwritten
     * @return the value
     */
    public static double rosenbrockGradient(double[] x, double[] xBar) {
        Arrays.fill(xBar, 0.0);
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            double t2 = 100 * valley;
            double t4 = slope * slope;
            double t5 = t2 * valley + t4;
            sum += t5;
            double valleyBar = t2 + t2;
            xBar[i] -= 2 * slope;
            xBar[i + 1] += valleyBar;
            xBar[i] -= valleyBar * (2 * x[i]);
        }
        return sum;
    }

    /**
     * The derivative of {@link Models#rosenbrock} along a direction.
     *
     * @param x variable, not modified
     * @param xDot direction of x, length {@code x.length}, not modified
     * @return the derivative of the value along the direction
     */
    public static double rosenbrockTangent(double[] x, double[] xDot) {
        double sumDot = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double valleyDot = xDot[i + 1] - xDot[i] * (2 * x[i]);
            double t7 = 100 * valleyDot * valley;
            double t3Dot = t7 + valleyDot * (100 * valley);
            sumDot += t3Dot - xDot[i] * (2 * (1 - x[i]));
        }
        return sumDot;
    }

    /**
     * The value of {@link Models#rosenbrock}, its gradient, and its Hessian times a direction.
     *
     * <p>After the call the workspace holds the derivative of the value along the direction in {@code real(1)}.
     *
     * @param x variable, not modified
     * @param xDot direction of x, length {@code x.length}, not modified
     * @param xBar receives the derivative by x, length {@code x.length}, overwritten
     * @param xBarDot receives the part of the product that belongs to x, length {@code x.length}, overwritten
     * @param workspace of this thread, used again in its next call
     * @return the value
     */
    public static double rosenbrockHessianVectorProduct(double[] x, double[] xDot, double[] xBar,
            double[] xBarDot, Workspace workspace) {
        Arrays.fill(xBarDot, 0, xBar.length, 0.0);
        Arrays.fill(xBar, 0.0);
        double sum = 0;
        double sumDot = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double t12 = 2 * x[i];
            double valley = x[i + 1] - x[i] * x[i];
            double valleyDot = xDot[i + 1] - xDot[i] * t12;
            double slope = 1 - x[i];
            double slopeDot = -xDot[i];
            double t2 = 100 * valley;
            double t2Dot = 100 * valleyDot;
            double t4 = slope * slope;
            double t13 = 2 * slope;
            double t14 = t2Dot * valley;
            double t5 = t2 * valley + t4;
            sumDot += t14 + valleyDot * t2 + slopeDot * t13;
            sum += t5;
            double valleyBar = t2 + t2;
            double valleyBarDot = 2 * t2Dot;
            xBarDot[i] -= 2 * slopeDot;
            xBar[i] -= t13;
            xBarDot[i + 1] += valleyBarDot;
            xBar[i + 1] += valleyBar;
            xBarDot[i] -= valleyBarDot * t12 + 2 * xDot[i] * valleyBar;
            xBar[i] -= valleyBar * t12;
        }
        workspace.setReal(1, sumDot);
        return sum;
    }

    /**
     * The function {@link Models#rosenbrock} as an object that any number of threads may share.
     *
     * @param xLength elements of the variable, at least 1
     */
    public static TwiceDifferentiableFunction rosenbrock(int xLength) {
        return new RosenbrockFunction(xLength);
    }

    private static final class RosenbrockFunction implements TwiceDifferentiableFunction {
        private final WorkspacePool pool = new WorkspacePool();

        private final int xLength;

        private RosenbrockFunction(int xLength) {
            this.xLength = Checks.dimension("xLength", xLength);
        }

        @Override
        public int dimension() {
            return xLength;
        }

        @Override
        public double value(double[] point) {
            Checks.length("point", point, xLength);
            return rosenbrockValue(point);
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            Checks.length("point", point, xLength);
            Checks.length("gradient", gradient, xLength);
            Checks.distinct("gradient", gradient, "point", point);
            return rosenbrockGradient(point, gradient);
        }

        @Override
        public void hessianVectorProduct(double[] point, double[] direction, double[] product) {
            Checks.length("point", point, xLength);
            Checks.length("direction", direction, xLength);
            Checks.length("product", product, xLength);
            Checks.distinct("product", product, "point", point);
            Checks.distinct("product", product, "direction", direction);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[] xBar = workspace.vector(0, xLength);
            rosenbrockHessianVectorProduct(point, direction, xBar, product, workspace);
            pool.giveBack(entry);
        }
    }
}
