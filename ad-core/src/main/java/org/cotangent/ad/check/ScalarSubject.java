package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cotangent.ad.check.Outcome.Method;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A scalar function: its gradient, and its Hessian if it has one. */
final class ScalarSubject implements Subject {

    /** Beyond so many variables a whole Hessian is not asked for; its products are. */
    private static final int DENSE = 100;

    private final DifferentiableFunction f;
    private final Optional<TwiceDifferentiableFunction> twice;

    ScalarSubject(DifferentiableFunction f) {
        this.f = f;
        this.twice = Optional.empty();
    }

    ScalarSubject(TwiceDifferentiableFunction f) {
        this.f = f;
        this.twice = Optional.of(f);
    }

    @Override
    public String title() {
        return "scalar function of " + Text.count(dimension(), "variable");
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    private double[] gradient(double[] x) {
        double[] gradient = new double[dimension()];
        f.valueAndGradient(x, gradient);
        return gradient;
    }

    @Override
    public List<Part> parts(double[] x, SplittableRandom random) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                1,
                point -> new double[] {f.value(point)},
                ComplexStep.of(f, 1),
                List.of(new Claim("gradient", (point, directions) -> Vectors.slopes(gradient(point), directions))),
                ScalarSubject::slopeName));
        twice.ifPresent(second -> parts.add(
                new Part(dimension(), this::gradient, Optional.empty(), curvatures(second), ScalarSubject::curvature)));
        return parts;
    }

    private static String slopeName(int row, Direction direction) {
        return direction.random()
                ? "slope of f along random direction " + direction.number()
                : "df/dx[" + direction.number() + "]";
    }

    private static String curvature(int row, Direction direction) {
        return direction.random()
                ? "element " + row + " of H v, v random direction " + direction.number()
                : "H[" + row + "][" + direction.number() + "]";
    }

    private List<Claim> curvatures(TwiceDifferentiableFunction second) {
        int n = dimension();
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(
                "hessianVectorProduct",
                (x, directions) -> directions.stream()
                        .map(direction -> product(second, x, direction.components()))
                        .toArray(double[][]::new)));
        if (n <= DENSE) {
            claims.add(new Claim("hessian", (x, directions) -> {
                double[] hessian = new double[n * n];
                second.hessian(x, hessian);
                return Vectors.slopes(hessian, n, directions);
            }));
        }
        return claims;
    }

    private static double[] product(TwiceDifferentiableFunction f, double[] x, double[] v) {
        double[] product = new double[v.length];
        f.hessianVectorProduct(x, v.clone(), product);
        return product;
    }

    @Override
    public List<Method> methods(double[] x, SplittableRandom random) {
        List<Method> methods = new ArrayList<>();
        methods.add(new Method("value", (point, fill) -> new Outcome(new double[] {f.value(point)}, new double[0])));
        methods.add(new Method("valueAndGradient", (point, fill) -> {
            double[] gradient = Vectors.filled(dimension(), fill);
            return new Outcome(new double[] {f.valueAndGradient(point, gradient)}, gradient);
        }));
        double[] v = Direction.random(0, x, random).components();
        twice.ifPresent(second -> methods.add(new Method("hessianVectorProduct", (point, fill) -> {
            double[] product = Vectors.filled(dimension(), fill);
            second.hessianVectorProduct(point, v.clone(), product);
            return new Outcome(new double[0], product);
        })));
        return methods;
    }

    @Override
    public List<Pairing> pairings(double[] x, SplittableRandom random) {
        double[] u = Direction.random(0, x, random).components();
        double[] v = Direction.random(1, x, random).components();
        return twice.map(second -> List.of(new Pairing(
                        "symmetry of the Hessian",
                        "u.(H v)",
                        "v.(H u)",
                        point -> Pairing.of(u, product(second, point, v), v, product(second, point, u)))))
                .orElse(List.of());
    }

    @Override
    public Slopes slopes(double[] x, SplittableRandom random) {
        return new Slopes() {
            @Override
            public double value(double[] point) {
                return f.value(point);
            }

            @Override
            public double first(double[] point, double[] direction) {
                return Vectors.dot(gradient(point), direction);
            }

            @Override
            public Optional<Double> second(double[] point, double[] direction) {
                return twice.map(second -> Vectors.dot(product(second, point, direction), direction));
            }
        };
    }
}
