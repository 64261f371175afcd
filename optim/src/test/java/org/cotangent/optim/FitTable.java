package org.cotangent.optim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Counts;
import org.cotangent.optim.run.Observer;

/** Prints what fits of the NIST and the Moré-Garbow-Hillstrom problems take, as docs/optimizers.md has it. */
final class FitTable {

    /** A sum this close to the certified one, relatively, has been reached. */
    private static final double REACHED = 1e-6;

    /** Below this a sum of squares is the rounding of the data: Lanczos1 is certified at 1.4e-25. */
    private static final double NOTHING = 1e-20;

    private static final double DIGITS = 8;

    private final List<Counts> counts = new ArrayList<>();
    private int solved;
    private int claimed;
    private long untilReached;
    private double fewestDigits = Double.POSITIVE_INFINITY;

    private FitTable() {}

    public static void main(String[] arguments) throws IOException {
        LeastSquaresMethod standard = Minimizers.levenbergMarquardt();
        LeastSquaresMethod plain = standard.withoutFinish();
        System.out.println(
                "                                   solved claimed digits residuals Jacobians products until within 1e-6");
        nist("NIST", standard, UnaryOperator.identity());
        nist("NIST, first derivatives", standard, FirstOrderOnly::new);
        nist("NIST, no finish", plain, FirstOrderOnly::new);
        nist("NIST, no finish, radius x 10", plain.radiusFactor(10), UnaryOperator.identity());
        nist("NIST, no finish, radius x 100", plain.radiusFactor(100), UnaryOperator.identity());
        mgh("MGH", standard, UnaryOperator.identity());
        mgh("MGH, first derivatives", standard, FirstOrderOnly::new);
        mgh("MGH, dogleg", Minimizers.leastSquaresDogleg(), UnaryOperator.identity());
    }

    private static void nist(String name, LeastSquaresMethod method, UnaryOperator<VectorFunction> view) {
        FitTable table = new FitTable();
        for (String problem : NistProblem.NAMES) {
            for (int start = 1; start <= 2; start++) {
                table.fit(NistProblem.read(problem), start, method, view);
            }
        }
        table.print(name);
    }

    private void fit(NistProblem problem, int start, LeastSquaresMethod method, UnaryOperator<VectorFunction> view) {
        double target = Math.max(NOTHING, (1 + REACHED) * problem.residualSumOfSquares()) / 2;
        long[] until = {0};
        LeastSquaresResult fit = method.observer(iterate -> {
                    until[0] = until[0] == 0 && iterate.value() <= target
                            ? iterate.counts().values()
                            : until[0];
                    return Observer.Decision.CONTINUE;
                })
                .minimize(
                        view.apply(new TapeResiduals(problem.tape())),
                        problem.tape().start(start));
        untilReached += until[0];
        double digits = NistProblem.digits(fit.point(), problem.parameters());
        fewestDigits = Math.min(fewestDigits, digits);
        add(fit, digits >= DIGITS);
    }

    private static void mgh(String name, LeastSquaresMethod method, UnaryOperator<VectorFunction> view)
            throws IOException {
        FitTable table = new FitTable();
        for (MghProblem problem : MghProblem.all()) {
            LeastSquaresResult fit = method.minimize(
                    view.apply(new TapeResiduals(problem.tape())),
                    problem.tape().start(1));
            table.add(fit, problem.accepts(fit.residualSumOfSquares()));
        }
        table.print(name);
    }

    private void add(LeastSquaresResult fit, boolean isSolved) {
        solved += isSolved ? 1 : 0;
        claimed += fit.converged() ? 1 : 0;
        counts.add(fit.result().counts());
    }

    private void print(String name) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %6d %7d %6s %9d %9d %8d %6d%n",
                name,
                solved,
                claimed,
                Double.isInfinite(fewestDigits) ? "" : String.format(Locale.ROOT, "%.1f", fewestDigits),
                counts.stream().mapToLong(Counts::values).sum(),
                counts.stream().mapToLong(Counts::jacobians).sum(),
                counts.stream().mapToLong(Counts::products).sum(),
                untilReached);
    }
}
