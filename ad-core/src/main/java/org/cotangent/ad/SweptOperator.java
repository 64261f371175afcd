package org.cotangent.ad;

import java.util.function.Consumer;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.LinearOperator;

/** A derivative at one point as an operator, by sweeps that carry several directions if there are several. */
final class SweptOperator implements LinearOperator {

    private final int rows;
    private final int columns;
    private final Sweeps sweeps;
    private final Consumer<BoundMachine> prepare;
    private final Sweeps.Reader read;

    SweptOperator(int rows, int columns, Sweeps sweeps, Consumer<BoundMachine> prepare, Sweeps.Reader read) {
        this.rows = rows;
        this.columns = columns;
        this.sweeps = sweeps;
        this.prepare = prepare;
        this.read = read;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void apply(double[] v, double[] product) {
        check(v, product);
        Checks.distinct("product", product, "direction", v);
        sweeps.run(v, product, prepare, read);
    }

    @Override
    public void applyAll(double[][] v, double[][] products) {
        Checks.sameCount("vectors", v.length, "products", products.length);
        for (int i = 0; i < v.length; i++) {
            check(v[i], products[i]);
        }
        for (double[] product : products) {
            for (double[] direction : v) {
                Checks.distinct("product", product, "direction", direction);
            }
        }
        sweeps.run(v, products, prepare, read);
    }

    private void check(double[] v, double[] product) {
        Checks.length("direction", v, columns, "number of columns");
        Checks.length("product", product, rows, "number of rows");
    }
}
