package org.cotangent.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivatives;

/** Prints, as tables, how many real operations derivatives take, counted by the interpreter. */
public final class OperationCounts {

    private static final int[] FACTORS = {10, 50, 250, 2500};
    private static final int[] DIMENSIONS = {2, 10, 100, 1000};

    private OperationCounts() {}

    /** Takes a few seconds. */
    public static void main(String... arguments) {
        System.out.println("Product of n factors, straight-line: operations");
        header("n", "product", "gradient in reverse", "per factor", "gradient by n tangents");
        for (int n : FACTORS) {
            VectorExpr x = Graph.vector("x", n);
            Expr product = x.get(0);
            for (int i = 1; i < n; i++) {
                product = product.times(x.get(i));
            }
            product(n, x, product);
        }
        System.out.println();
        System.out.println("Product of n factors, as a loop: operations");
        header("n", "product", "gradient in reverse", "per factor", "gradient by n tangents");
        for (int n : FACTORS) {
            VectorExpr x = Graph.vector("x", n);
            product(n, x, x.product());
        }
        System.out.println();
        System.out.println("Rosenbrock's function of n variables: operations");
        header("n", "value", "gradient", "ratio", "Hessian-vector product", "ratio");
        for (int n : DIMENSIONS) {
            rosenbrock(n);
        }
    }

    private static void product(int n, VectorExpr x, Expr product) {
        Program program = Lowering.of("f", List.of(x.variable()), product);
        List<Variable> wrt = List.of(x.variable());
        long primal = operations(Derivation.primal(program), n);
        long reverse = operations(Derivatives.gradient(program, wrt), n);
        long forward = n * operations(Derivatives.jvp(program, wrt), n);
        row(n, primal, reverse, ratio(reverse, n), forward);
    }

    private static void rosenbrock(int n) {
        VectorExpr x = Graph.vector("x", n);
        VectorExpr head = x.slice(0, n - 1);
        Expr f = x.slice(1, n)
                .minus(head.square())
                .square()
                .times(100)
                .plus(head.minus(1).square())
                .sum();
        Program program = Lowering.of("f", List.of(x.variable()), f);
        List<Variable> wrt = List.of(x.variable());
        long primal = operations(Derivation.primal(program), n);
        long gradient = operations(Derivatives.gradient(program, wrt), n);
        long product = operations(Derivatives.hessianVectorProduct(program, wrt), n);
        row(n, primal, gradient, ratio(gradient, primal), product, ratio(product, primal));
    }

    /** Real operations of one run of a program whose parameters are all vectors of length n. */
    private static long operations(Derivation derivation, int n) {
        Machine machine = Interpreter.counting(derivation.program()).machine();
        for (int i = 0; i < derivation.parameters().size(); i++) {
            double[] values = new double[n];
            Arrays.fill(values, 1 + 1e-4 * i);
            machine.setArray(i, values);
        }
        machine.run();
        return machine.operations();
    }

    private static String ratio(long cost, long unit) {
        return String.format(Locale.ROOT, "%.2f", (double) cost / unit);
    }

    private static void header(String... cells) {
        row((Object[]) cells);
        System.out.println("|" + "---:|".repeat(cells.length));
    }

    private static void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        System.out.println(line);
    }
}
