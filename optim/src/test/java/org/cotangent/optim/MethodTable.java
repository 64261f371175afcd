package org.cotangent.optim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.trust.TrustRegionMinimizer;

/**
 * Prints what every method spends on the Moré-Garbow-Hillstrom and NIST problems, one default
 * configuration for all: {@code MethodTable [name of a method | all] [problems]}. With a second
 * argument the single problems whose name contains it are listed, {@code .} for all. A claim is false if
 * {@link ClaimCheck} objects to it.
 *
 * <p>The sets: MGH by the default rule, and with a tight tolerance; the same with the function times 1e6 and 1e-6, the tolerance with it; the same
 * from random starts; NIST, run to the rounding floor.
 */
final class MethodTable {

    private static final double SIX_DIGITS = 1e-6;

    /** What a minimum of 0 has to be reached to. */
    private static final double ZERO = 1e-8;

    private static final double DIGITS = 8;
    private static final double TOLERANCE = 1e-8;
    private static final double TIGHT = 1e-12;

    /** What a method that gets nowhere may spend on one problem. */
    private static final long MOST_EVALUATIONS = 5000;

    private static final int RANDOM_STARTS = 6;

    private final String name;
    private final Solver method;
    private final String listed;

    private MethodTable(String name, Solver method, String listed) {
        this.name = name;
        this.method = method;
        this.listed = listed;
    }

    public static void main(String[] arguments) throws IOException {
        String wanted = arguments.length > 0 ? arguments[0] : "all";
        String listed = arguments.length > 1 ? arguments[1] : "";
        System.out.println("set   method                     runs solved claimed  false evaluations products");
        for (Map.Entry<String, Solver> entry : methods().entrySet()) {
            if (wanted.equals("all") || wanted.equals(entry.getKey())) {
                new MethodTable(entry.getKey(), entry.getValue(), listed).print();
            }
        }
    }

    /** A method under its default rule, or under a tolerance. */
    @FunctionalInterface
    private interface Solver {
        Result minimize(TwiceDifferentiableFunction function, OptionalDouble tolerance, double[] start);
    }

    private static Map<String, Solver> methods() {
        Map<String, Solver> methods = new LinkedHashMap<>();
        methods.put("bfgs", search(Minimizers.bfgs()));
        methods.put("lbfgs", search(Minimizers.lbfgs(10)));
        methods.put("cg", search(Minimizers.conjugateGradients()));
        methods.put("barzilaiBorwein", search(Minimizers.barzilaiBorwein()));
        methods.put("adaptiveLineSearch", search(Trainers.adaptiveLineSearch()));
        methods.put("newton", search(Minimizers.newton()));
        methods.put("newtonCg", search(Minimizers.newtonCg()));
        methods.put("trustRegion", region(Minimizers.trustRegion()));
        methods.put("dogleg", region(Minimizers.dogleg()));
        methods.put("trustRegionSteihaug", region(Minimizers.trustRegionSteihaug()));
        methods.put("trustRegionGltr", region(Minimizers.trustRegionGltr()));
        methods.put("trustRegionBfgs", region(Minimizers.trustRegionBfgs()));
        methods.put("trustRegionSr1", region(Minimizers.trustRegionSr1()));
        return methods;
    }

    private static <F extends DifferentiableFunction> Solver search(PathSearch<F> method) {
        return (function, tolerance, start) -> {
            PathSearch<F> asked = tolerance.isPresent() ? method.tolerance(tolerance.getAsDouble()) : method;
            return asked.maxEvaluations(MOST_EVALUATIONS).minimize(as(function), start);
        };
    }

    private static <F extends DifferentiableFunction> Solver region(TrustRegionMinimizer<F> method) {
        return (function, tolerance, start) -> {
            TrustRegionMinimizer<F> asked = tolerance.isPresent() ? method.tolerance(tolerance.getAsDouble()) : method;
            return asked.maxEvaluations(MOST_EVALUATIONS).minimize(as(function), start);
        };
    }

    @SuppressWarnings("unchecked") // every method asks for a supertype of this function's class
    private static <F extends DifferentiableFunction> F as(TwiceDifferentiableFunction function) {
        return (F) function;
    }

    private void print() throws IOException {
        System.out.println(mgh("MGH", 1, OptionalDouble.empty()));
        System.out.println(mgh("1e-12", 1, OptionalDouble.of(TIGHT)));
        System.out.println(mgh("1e6", 1e6, OptionalDouble.of(1e6 * TOLERANCE)));
        System.out.println(mgh("1e-6", 1e-6, OptionalDouble.of(1e-6 * TOLERANCE)));
        System.out.println(randomStarts());
        System.out.println(nist());
    }

    private Row mgh(String set, double factor, OptionalDouble tolerance) throws IOException {
        Row row = new Row(set);
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new Multiple(factor, new TapeSumOfSquares(problem.tape()));
            Result result = method.minimize(function, tolerance, problem.tape().start(1));
            row.add(problem.name(), accepts(problem, result.value() / factor), result, function);
        }
        return row;
    }

    private Row randomStarts() throws IOException {
        Row row = new Row("rnd");
        SplittableRandom random = new SplittableRandom(7);
        for (MghProblem problem : MghProblem.all()) {
            TwiceDifferentiableFunction function = new TapeSumOfSquares(problem.tape());
            for (int k = 0; k < RANDOM_STARTS; k++) {
                double[] start = randomStart(problem, random, k % 2 == 0);
                Result result = method.minimize(function, OptionalDouble.empty(), start);
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
        Row row = new Row("NIST");
        for (String problemName : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(problemName);
            TwiceDifferentiableFunction function = new Multiple(0.5, new TapeSumOfSquares(problem.tape()));
            for (int start = 1; start <= 2; start++) {
                Result result = method.minimize(
                        function, OptionalDouble.of(0), problem.tape().start(start));
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
        private final List<String> lines = new ArrayList<>();
        private int runs;
        private int solved;
        private int claimed;
        private int falselyClaimed;
        private long evaluations;
        private long products;

        Row(String set) {
            this.set = set;
        }

        void add(String problem, boolean isSolved, Result result, TwiceDifferentiableFunction function) {
            runs++;
            solved += isSolved ? 1 : 0;
            claimed += result.converged() ? 1 : 0;
            Optional<String> objection = ClaimCheck.objection(result, function);
            falselyClaimed += objection.isPresent() ? 1 : 0;
            evaluations += result.evaluations();
            products += result.counts().products();
            if (!listed.isEmpty() && (listed.equals(".") || problem.contains(listed))) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-24s %-8s f %.10e  evaluations %5d products %5d  %s %s",
                        problem,
                        isSolved ? "solved" : "NOT",
                        result.value(),
                        result.evaluations(),
                        result.counts().products(),
                        result.summary(),
                        objection.map(text -> "FALSE: " + text).orElse("")));
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
}
