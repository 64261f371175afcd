package golden;

import java.util.Objects;
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
public final class MisfitDerivatives {
    private MisfitDerivatives() {
    }

    /**
     * The value of {@link Models#misfit}.
     *
     * @param scale variable
     * @param a variable, not modified
     * @param t data, not modified
     * @return the value
     */
    public static double misfitValue(double scale, double[][] a, double[] t) {
        double sum = scale * scale;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += Math.sin(scale * a[i][j]) * t[j];
            }
        }
        return sum;
    }

    /**
     * The value of {@link Models#misfit} and its gradient.
     *
     * <p>After the call the workspace holds the derivative by scale in {@code real(1)}.
     *
     * @param scale variable
     * @param a variable, not modified
     * @param aBar receives the derivative by a, of the lengths of a, overwritten
     * @param t data, not modified
     * @param workspace of this thread, used again in its next call
     * @return the value
     */
    public static double misfitGradient(double scale, double[][] a, double[][] aBar, double[] t,
            Workspace workspace) {
        for (int i2 = 0; i2 < aBar.length; i2++) {
            for (int i3 = 0; i3 < aBar[i2].length; i3++) {
                double[] aBarRow = aBar[i2];
                aBarRow[i3] = 0;
            }
        }
        double sum = scale * scale;
        double scaleBar = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += Math.sin(scale * a[i][j]) * t[j];
            }
            for (int j = a[i].length - 1; j >= 0; j--) {
                double t7 = t[j] * Math.cos(scale * a[i][j]);
                double t8 = t7 * a[i][j];
                scaleBar += t8;
                double[] aBarRow2 = aBar[i];
                aBarRow2[j] = aBar[i][j] + t7 * scale;
            }
        }
        workspace.setReal(1, scaleBar + 2 * scale);
        return sum;
    }

    /**
     * The derivative of {@link Models#misfit} along a direction.
     *
     * @param scale variable
     * @param scaleDot direction of scale
     * @param a variable, not modified
     * @param aDot direction of a, of the lengths of a, not modified
     * @param t data, not modified
     * @return the derivative of the value along the direction
     */
    public static double misfitTangent(double scale, double scaleDot, double[][] a, double[][] aDot,
            double[] t) {
        double sumDot = scaleDot * (2 * scale);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                double t8 = Math.cos(scale * a[i][j]);
                double t3Dot = (scaleDot * a[i][j] + aDot[i][j] * scale) * t8;
                sumDot += t3Dot * t[j];
            }
        }
        return sumDot;
    }

    /**
     * The value of {@link Models#misfit}, its gradient, and its Hessian times a direction.
     *
     * <p>After the call the workspace holds the derivative of the value along the direction in {@code real(1)}, the derivative by scale in {@code real(2)}, the part of the product that belongs to scale in {@code real(3)}.
     *
     * @param scale variable
     * @param scaleDot direction of scale
     * @param a variable, not modified
     * @param aDot direction of a, of the lengths of a, not modified
     * @param aBar receives the derivative by a, of the lengths of a, overwritten
     * @param aBarDot receives the part of the product that belongs to a, of the lengths of a, overwritten
     * @param t data, not modified
     * @param workspace of this thread, used again in its next call
     * @return the value
     */
    public static double misfitHessianVectorProduct(double scale, double scaleDot, double[][] a,
            double[][] aDot, double[][] aBar, double[][] aBarDot, double[] t, Workspace workspace) {
        for (int i2 = 0; i2 < aBar.length; i2++) {
            for (int i3 = 0; i3 < aBar[i2].length; i3++) {
                double[] aBarRowDot = aBarDot[i2];
                double[] aBarRow = aBar[i2];
                aBarRowDot[i3] = 0;
                aBarRow[i3] = 0;
            }
        }
        double sum = scale * scale;
        double t12 = 2 * scale;
        double sumDot = scaleDot * t12;
        double scaleBarDot = 0;
        double scaleBar = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                double t2 = scale * a[i][j];
                double t3Dot = (scaleDot * a[i][j] + aDot[i][j] * scale) * Math.cos(t2);
                sumDot += t3Dot * t[j];
                sum += Math.sin(t2) * t[j];
            }
            for (int j = a[i].length - 1; j >= 0; j--) {
                double t5 = scale * a[i][j];
                double t6Dot = -((scaleDot * a[i][j] + aDot[i][j] * scale) * Math.sin(t5));
                double t7 = t[j] * Math.cos(t5);
                double t7Dot = t6Dot * t[j];
                double t8Dot = t7Dot * a[i][j] + aDot[i][j] * t7;
                scaleBarDot += t8Dot;
                scaleBar += t7 * a[i][j];
                double[] aBarRow2Dot = aBarDot[i];
                double[] aBarRow2 = aBar[i];
                aBarRow2Dot[j] = aBarDot[i][j] + (t7Dot * scale + scaleDot * t7);
                aBarRow2[j] = aBar[i][j] + t7 * scale;
            }
        }
        workspace.setReal(1, sumDot);
        workspace.setReal(2, scaleBar + t12);
        workspace.setReal(3, scaleBarDot + 2 * scaleDot);
        return sum;
    }

    /**
     * The function {@link Models#misfit} as an object that any number of threads may share.
     *
     * <p>The flat point holds {@code scale}, then {@code a}; arrays row by row.
     *
     * @param aRows rows of a, at least 1
     * @param aColumns elements of each row of a, at least 1
     * @param t data, copied
     */
    public static TwiceDifferentiableFunction misfit(int aRows, int aColumns, double[] t) {
        return new MisfitFunction(aRows, aColumns, t);
    }

    private static final class MisfitFunction implements TwiceDifferentiableFunction {
        private final WorkspacePool pool = new WorkspacePool();

        private final int aRows;

        private final int aColumns;

        private final int aLength;

        private final double[] t;

        private MisfitFunction(int aRows, int aColumns, double[] t) {
            this.aRows = aRows;
            this.aColumns = aColumns;
            this.aLength = Checks.elements("a", aRows, aColumns);
            this.t = Objects.requireNonNull(t, "t is null, expected data").clone();
        }

        @Override
        public int dimension() {
            return aLength + 1;
        }

        @Override
        public double value(double[] point) {
            Checks.length("point", point, aLength + 1);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[][] a = workspace.matrix(0, aRows, aColumns);
            for (int i = 0; i < aRows; i++) {
                System.arraycopy(point, 1 + i * aColumns, a[i], 0, aColumns);
            }
            double result = misfitValue(point[0], a, this.t);
            pool.giveBack(entry);
            return result;
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            Checks.length("point", point, aLength + 1);
            Checks.length("gradient", gradient, aLength + 1);
            Checks.distinct("gradient", gradient, "point", point);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[][] a = workspace.matrix(0, aRows, aColumns);
            for (int i = 0; i < aRows; i++) {
                System.arraycopy(point, 1 + i * aColumns, a[i], 0, aColumns);
            }
            double[][] aBar = workspace.matrix(1, aRows, aColumns);
            double result = misfitGradient(point[0], a, aBar, this.t, workspace);
            for (int i = 0; i < aRows; i++) {
                System.arraycopy(aBar[i], 0, gradient, 1 + i * aColumns, aColumns);
            }
            gradient[0] = workspace.real(1);
            pool.giveBack(entry);
            return result;
        }

        @Override
        public void hessianVectorProduct(double[] point, double[] direction, double[] product) {
            Checks.length("point", point, aLength + 1);
            Checks.length("direction", direction, aLength + 1);
            Checks.length("product", product, aLength + 1);
            Checks.distinct("product", product, "point", point);
            Checks.distinct("product", product, "direction", direction);
            WorkspacePool.Entry entry = pool.borrow();
            Workspace workspace = entry.workspace();
            double[][] a = workspace.matrix(0, aRows, aColumns);
            for (int i = 0; i < aRows; i++) {
                System.arraycopy(point, 1 + i * aColumns, a[i], 0, aColumns);
            }
            double[][] aDot = workspace.matrix(2, aRows, aColumns);
            for (int i = 0; i < aRows; i++) {
                System.arraycopy(direction, 1 + i * aColumns, aDot[i], 0, aColumns);
            }
            double[][] aBar = workspace.matrix(1, aRows, aColumns);
            double[][] aBarDot = workspace.matrix(3, aRows, aColumns);
            misfitHessianVectorProduct(point[0], direction[0], a, aDot, aBar, aBarDot, this.t,
                    workspace);
            for (int i = 0; i < aRows; i++) {
                System.arraycopy(aBarDot[i], 0, product, 1 + i * aColumns, aColumns);
            }
            product[0] = workspace.real(3);
            pool.giveBack(entry);
        }
    }

    /**
     * The variables of {@link Models#misfit} one by one. Arrays are not copied.
     *
     * <p>The flat point holds {@code scale}, then {@code a}; arrays row by row.
     *
     * @param scale a variable
     * @param a a variable, whose rows have one length
     */
    public record MisfitVariables(double scale, double[][] a) {
        /**
         * The flat point, a new array.
         */
        public double[] pack() {
            int aColumns = this.a.length == 0 ? 0 : this.a[0].length;
            for (int row = 0; row < this.a.length; row++) {
                Checks.row("a", row, this.a[row].length, aColumns);
            }
            double[] point = new double[this.a.length * aColumns + 1];
            point[0] = this.scale;
            for (int i = 0; i < this.a.length; i++) {
                System.arraycopy(this.a[i], 0, point, 1 + i * aColumns, aColumns);
            }
            return point;
        }

        /**
         * The variables that a flat point holds, in new arrays.
         *
         * @param point the flat point, not modified
         * @param aRows rows of a, at least 1
         * @param aColumns elements of each row of a, at least 1
         * @throws IllegalArgumentException if the point has another length than these make
         */
        public static MisfitVariables unpack(double[] point, int aRows, int aColumns) {
            int aLength = Checks.elements("a", aRows, aColumns);
            Checks.length("point", point, aLength + 1);
            double[][] a = new double[aRows][aColumns];
            for (int i = 0; i < aRows; i++) {
                System.arraycopy(point, 1 + i * aColumns, a[i], 0, aColumns);
            }
            return new MisfitVariables(point[0], a);
        }
    }
}
