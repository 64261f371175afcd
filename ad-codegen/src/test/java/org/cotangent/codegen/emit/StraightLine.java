package org.cotangent.codegen.emit;

import static org.cotangent.ad.expr.Expr.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/**
 * A random straight-line function of a vector with its gradient, as a program and as plain loops
 * over the same list of operations.
 */
final class StraightLine {

    private static final int INPUTS = 50;

    private final int[] kinds;
    private final int[] first;
    private final int[] second;

    /** Operations that build on one another; windows are independent, so that gradients stay finite. */
    private static final int WINDOW = 50;

    /** Values that may wait for their first use; nearly all operations matter to the result. */
    private static final int WAITING = 4;

    StraightLine(int operations, long seed) {
        Random random = new Random(seed);
        kinds = new int[operations];
        first = new int[operations];
        second = new int[operations];
        int total = 0;
        List<Integer> unused = new ArrayList<>();
        for (int k = 0; k < operations; k++) {
            int inWindow = k % WINDOW;
            boolean closing = inWindow >= WINDOW - 2 * WAITING;
            if (inWindow == WINDOW - 1 || k == operations - 1) {
                kinds[k] = 0;
                first[k] = total;
                second[k] = INPUTS + k - 1;
                total = INPUTS + k;
                unused.clear();
                continue;
            }
            kinds[k] = closing ? random.nextInt(2) : random.nextInt(4);
            first[k] = take(unused, closing || unused.size() >= WAITING, operand(random, k, inWindow));
            second[k] = kinds[k] == 3 ? first[k] : take(unused, closing, operand(random, k, inWindow));
            unused.add(INPUTS + k);
        }
    }

    private static int take(List<Integer> unused, boolean waiting, int other) {
        if (waiting && !unused.isEmpty()) {
            return unused.remove(0);
        }
        unused.remove((Integer) other);
        return other;
    }

    /** The share of operations that the result depends on. */
    double live() {
        boolean[] live = new boolean[INPUTS + kinds.length];
        live[live.length - 1] = true;
        int count = 0;
        for (int k = kinds.length - 1; k >= 0; k--) {
            if (live[INPUTS + k]) {
                count++;
                live[first[k]] = true;
                live[second[k]] = true;
            }
        }
        return (double) count / kinds.length;
    }

    private static int operand(Random random, int k, int inWindow) {
        int choice = random.nextInt(inWindow + 5);
        return choice < inWindow ? INPUTS + k - 1 - choice : random.nextInt(INPUTS);
    }

    static double[] point() {
        double[] x = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            x[i] = Math.cos(i);
        }
        return x;
    }

    int operations() {
        return kinds.length;
    }

    /** The value; the gradient is written over. */
    double reference(double[] x, double[] xBar) {
        int n = kinds.length;
        double[] v = new double[INPUTS + n];
        System.arraycopy(x, 0, v, 0, INPUTS);
        for (int k = 0; k < n; k++) {
            double a = v[first[k]];
            double b = v[second[k]];
            v[INPUTS + k] = switch (kinds[k]) {
                case 0 -> a + b;
                case 1 -> a - b;
                case 2 -> a * b;
                default -> 0.75 * a;
            };
        }
        double[] bar = new double[INPUTS + n];
        bar[INPUTS + n - 1] = 1;
        for (int k = n - 1; k >= 0; k--) {
            double y = bar[INPUTS + k];
            int a = first[k];
            int b = second[k];
            bar[a] += kinds[k] == 2 ? v[b] * y : kinds[k] == 3 ? 0.75 * y : y;
            bar[b] += kinds[k] == 2 ? v[a] * y : kinds[k] == 3 ? -0.0 : kinds[k] == 1 ? -y : y;
        }
        System.arraycopy(bar, 0, xBar, 0, INPUTS);
        return v[INPUTS + n - 1];
    }

    Program program(String name) {
        Variable x = Samples.vector("x");
        Variable xBar = Samples.vector("xBar");
        Variable value = Samples.real("value");
        List<Statement> body = new ArrayList<>();
        List<Variable> v = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            v.add(Samples.real("x" + i));
            body.add(Samples.set(v.get(i), x.at(i)));
        }
        for (int k = 0; k < kinds.length; k++) {
            v.add(Samples.real("v" + k));
            body.add(Samples.set(v.get(INPUTS + k), value(kinds[k], v.get(first[k]), v.get(second[k]))));
        }
        body.add(Samples.set(value, v.get(v.size() - 1)));
        reverse(body, v, xBar);
        Procedure procedure = new Procedure(name, List.of(x, xBar), List.of(value), Statement.Block.of(body));
        return Program.of(procedure);
    }

    private static Expr value(int kind, Expr a, Expr b) {
        return switch (kind) {
            case 0 -> a.plus(b);
            case 1 -> a.minus(b);
            case 2 -> a.times(b);
            default -> constant(0.75).times(a);
        };
    }

    private void reverse(List<Statement> body, List<Variable> v, Variable xBar) {
        List<Variable> bar = v.stream().map(r -> Samples.real(r.name() + "Bar")).toList();
        boolean[] begun = new boolean[v.size()];
        begun[v.size() - 1] = true;
        body.add(Samples.set(bar.get(v.size() - 1), constant(1.0)));
        for (int k = kinds.length - 1; k >= 0; k--) {
            if (begun[INPUTS + k]) {
                Expr y = bar.get(INPUTS + k);
                int a = first[k];
                int b = second[k];
                Expr byA = kinds[k] == 2
                        ? v.get(b).times(y)
                        : kinds[k] == 3 ? constant(0.75).times(y) : y;
                accumulate(body, bar, begun, a, byA);
                if (kinds[k] != 3) {
                    Expr byB = kinds[k] == 2 ? v.get(a).times(y) : kinds[k] == 1 ? y.negate() : y;
                    accumulate(body, bar, begun, b, byB);
                }
            }
        }
        for (int i = 0; i < INPUTS; i++) {
            body.add(Samples.store(xBar, constant(i), begun[i] ? bar.get(i) : constant(0.0)));
        }
    }

    private static void accumulate(List<Statement> body, List<Variable> bar, boolean[] begun, int i, Expr share) {
        body.add(Samples.set(bar.get(i), begun[i] ? bar.get(i).plus(share) : share));
        begun[i] = true;
    }
}
