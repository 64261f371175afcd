package org.cotangent.optim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.search.PathSearch;

/**
 * Prints what every method spends on the Moré-Garbow-Hillstrom and NIST problems, one default
 * configuration for all: {@code MethodTable [name of a method | all] [problems]}. With a second
 * argument the single problems whose name contains it are listed, {@code .} for all.
 *
 * <p>The sets: MGH; the same with the function times 1e6 and 1e-6, the tolerance with it; the same
 * from random starts; NIST, run to the rounding floor.
 */
final class MethodTable {

    private static final double SIX_DIGITS = 1e-6;

    /** What a minimum of 0 has to be reached to. */
    private static final double ZERO = 1e-8;

    private static final double DIGITS = 8;
    private static final double TOLERANCE = 1e-8;

    /** What a method that gets nowhere may spend on one problem. */
    private static final long MOST_EVALUATIONS = 5000;

    private static final int RANDOM_STARTS = 6;

    private final String name;
    private final PathSearch<? super TwiceDifferentiableFunction> method;
    private final String listed;

    private MethodTable(String name, PathSearch<? super TwiceDifferentiableFunction> method, String listed) {
        this.name = name;
        this.method = method.maxEvaluations(MOST_EVALUATIONS);
        this.listed = listed;
    }

    public static void main(String[] arguments) throws IOException {
        String wanted = arguments.length > 0 ? arguments[0] : "all";
        String listed = arguments.length > 1 ? arguments[1] : "";
        System.out.println("set   method                     runs solved claimed  false evaluations products");
        for (Map.Entry<String, PathSearch<? super TwiceDifferentiableFunction>> entry :
                methods().entrySet()) {
            if (wanted.equals("all") || wanted.equals(entry.getKey())) {
                new MethodTable(entry.getKey(), entry.getValue(), listed).print();
            }
        }
    }

    static Map<String, PathSearch<? super TwiceDifferentiableFunction>> methods() {
        Map<String, PathSearch<? super TwiceDifferentiableFunction>> methods = new LinkedHashMap<>();
        methods.put("bfgs", Minimizers.bfgs());
        methods.put("lbfgs", Minimizers.lbfgs(10));
        methods.put("cg", Minimizers.conjugateGradients());
        methods.put("barzilaiBorwein", Minimizers.barzilaiBorwein());
        methods.put("adaptiveLineSearch", Trainers.adaptiveLineSearch());
        methods.put("newton", Minimizers.newton());
        methods.put("newtonCg", Minimizers.newtonCg());
        return methods;
    }

    private void print() throws IOException {
        System.out.println(mgh("MGH", 1));
        System.out.println(mgh("1e6", 1e6));
        System.out.println(mgh("1e-6", 1e-6));
        System.out.println(randomStarts());
        System.out.println(nist());
    }

    private Row mgh(String set, double factor) throws IOException {
        Row row = new Row(set, factor * TOLERANCE);
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new Multiple(factor, new TapeSumOfSquares(problem.tape()));
            Result result = method.tolerance(factor * TOLERANCE)
                    .minimize(function, problem.tape().start(1));
            row.add(problem.name(), accepts(problem, result.value() / factor), result, function);
        }
        return row;
    }

    private Row randomStarts() throws IOException {
        Row row = new Row("rnd", TOLERANCE);
        SplittableRandom random = new SplittableRandom(7);
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new TapeSumOfSquares(problem.tape());
            for (int k = 0; k < RANDOM_STARTS; k++) {
                double[] start = randomStart(problem, random, k % 2 == 0);
                Result result = method.minimize(function, start);
                row.add(problem.name() + "/" + k, accepts(problem, result.value()), result, function);
            }
        }
        return row;
    }

    /** Near the standard start, or normally distributed. */
    private static double[] randomStart(MghProblem problem, SplittableRandom random, boolean near) {
        double[] start = problem.tape().start(1);
        for (int i = 0; i < start.length; i++) {
            double normal =
                    Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            start[i] = near ? start[i] * (1 + 0.3 * normal) + 0.1 * normal : normal;
        }
        return start;
    }

    private static boolean accepts(MghProblem problem, double value) {
        for (double target : problem.accepted()) {
            if (Math.abs(value - target) <= Math.max(ZERO, SIX_DIGITS * target)) {
                return true;
            }
        }
        return false;
    }

    private Row nist() {
        Row row = new Row("NIST", 0);
        for (String problemName : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(problemName);
            TwiceDifferentiableFunction function = new Multiple(0.5, new TapeSumOfSquares(problem.tape()));
            for (int start = 1; start <= 2; start++) {
                Result result =
                        method.tolerance(0).minimize(function, problem.tape().start(start));
                double digits = NistProblem.digits(result.point(), problem.parameters());
                String text = String.format(Locale.ROOT, "%s/%d %.1f", problemName, start, digits);
                row.add(text, digits >= DIGITS, result, function);
            }
        }
        return row;
    }

    /** Sums over the problems of a set. */
    private final class Row {

        private final String set;
        private final double tolerance;
        private final List<String> lines = new ArrayList<>();
        private int runs;
        private int solved;
        private int claimed;
        private int falselyClaimed;
        private long evaluations;
        private long products;

        Row(String set, double tolerance) {
            this.set = set;
            this.tolerance = tolerance;
        }

        void add(String problem, boolean isSolved, Result result, TwiceDifferentiableFunction function) {
            runs++;
            solved += isSolved ? 1 : 0;
            claimed += result.converged() ? 1 : 0;
            falselyClaimed += result.converged() && !isStationary(result, function, tolerance) ? 1 : 0;
            evaluations += result.evaluations();
            products += result.counts().products();
            if (!listed.isEmpty() && (listed.equals(".") || problem.contains(listed))) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-24s %-8s f %.10e  evaluations %5d products %5d  %s",
                        problem,
                        isSolved ? "solved" : "NOT",
                        result.value(),
                        result.evaluations(),
                        result.counts().products(),
                        result.summary()));
            }
        }

        @Override
        public String toString() {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-5s %-25s %5d %6d %7d %6d %11d %8d",
                    set,
                    name,
                    runs,
                    solved,
                    claimed,
                    falselyClaimed,
                    evaluations,
                    products));
            return String.join(System.lineSeparator(), lines);
        }
    }

    private static boolean isStationary(Result result, TwiceDifferentiableFunction function, double tolerance) {
        double[] gradient = new double[function.dimension()];
        double value = function.valueAndGradient(result.point(), gradient);
        double square = 0;
        for (double entry : gradient) {
            square += entry * entry;
        }
        return value == result.value() && Math.sqrt(square) <= tolerance;
    }
}
