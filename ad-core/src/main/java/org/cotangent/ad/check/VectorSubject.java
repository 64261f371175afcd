package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cotangent.ad.check.Outcome.Method;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;

/** A vector function: its Jacobian in three forms, and the curvature of its values if it has it. */
final class VectorSubject implements Subject {

    /** Beyond so many values the adjoint products are not asked for one by one. */
    private static final int MANY_VALUES = 200;

    /** Beyond so many elements a dense Jacobian is not asked for. */
    private static final int DENSE = 1_000_000;

    private final VectorFunction f;
    private final Optional<TwiceDifferentiableVectorFunction> twice;

    VectorSubject(VectorFunction f) {
        this.f = f;
        this.twice = Optional.empty();
    }

    VectorSubject(TwiceDifferentiableVectorFunction f) {
        this.f = f;
        this.twice = Optional.of(f);
    }

    @Override
    public String title() {
        return "vector function of " + Text.count(dimension(), "variable") + " with " + Text.count(values(), "value");
    }

    @Override
    public int dimension() {
        return f.inputDimension();
    }

    private int values() {
        return f.outputDimension();
    }

    private double[] value(double[] x) {
        double[] y = new double[values()];
        f.value(x, y);
        return y;
    }

    private double[] jvp(double[] x, double[] xDot) {
        double[] yDot = new double[values()];
        f.jvp(x, xDot.clone(), new double[values()], yDot);
        return yDot;
    }

    private double[] vjp(double[] x, double[] yBar) {
        double[] xBar = new double[dimension()];
        f.vjp(x, yBar.clone(), new double[values()], xBar);
        return xBar;
    }

    private double[] jacobian(double[] x) {
        double[] jacobian = new double[values() * dimension()];
        f.jacobian(x, new double[values()], jacobian);
        return jacobian;
    }

    private double[] product(TwiceDifferentiableVectorFunction second, double[] x, double[] w, double[] v) {
        double[] product = new double[v.length];
        second.weightedHessianVectorProduct(x, w.clone(), v.clone(), product);
        return product;
    }

    @Override
    public List<Part> parts(double[] x, SplittableRandom random) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(values(), this::value, ComplexStep.of(f, values()), jacobians(), VectorSubject::slopeName));
        double[] w = Vectors.random(values(), random);
        twice.ifPresent(second -> parts.add(new Part(
                dimension(),
                point -> vjp(point, w),
                Optional.empty(),
                List.of(new Claim(
                        "weightedHessianVectorProduct",
                        (point, directions) -> directions.stream()
                                .map(direction -> product(second, point, w, direction.components()))
                                .toArray(double[][]::new))),
                VectorSubject::curvature)));
        return parts;
    }

    private static String slopeName(int row, Direction direction) {
        return direction.random()
                ? "slope of f[" + row + "] along random direction " + direction.number()
                : "df[" + row + "]/dx[" + direction.number() + "]";
    }

    private static String curvature(int row, Direction direction) {
        return direction.random()
                ? "element " + row + " of H v, v random direction " + direction.number() + ", H of the weighted sum"
                : "H[" + row + "][" + direction.number() + "] of the weighted sum";
    }

    private List<Claim> jacobians() {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(
                "jvp",
                (x, directions) -> directions.stream()
                        .map(direction -> jvp(x, direction.components()))
                        .toArray(double[][]::new)));
        if (values() <= MANY_VALUES) {
            claims.add(new Claim("vjp", (x, directions) -> Vectors.slopes(byAdjoints(x), values(), directions)));
        }
        if ((long) values() * dimension() <= DENSE) {
            claims.add(new Claim("jacobian", (x, directions) -> Vectors.slopes(jacobian(x), values(), directions)));
        }
        return claims;
    }

    private double[] byAdjoints(double[] x) {
        double[] matrix = new double[values() * dimension()];
        for (int i = 0; i < values(); i++) {
            double[] unit = new double[values()];
            unit[i] = 1;
            System.arraycopy(vjp(x, unit), 0, matrix, i * dimension(), dimension());
        }
        return matrix;
    }

    @Override
    public List<Method> methods(double[] x, SplittableRandom random) {
        double[] v = Direction.random(0, x, random).components();
        double[] w = Vectors.random(values(), random);
        List<Method> methods = new ArrayList<>();
        methods.add(new Method("value", (point, fill) -> {
            double[] y = Vectors.filled(values(), fill);
            f.value(point, y);
            return new Outcome(y, new double[0]);
        }));
        methods.add(new Method("jvp", (point, fill) -> {
            double[] y = Vectors.filled(values(), fill);
            double[] yDot = Vectors.filled(values(), fill);
            f.jvp(point, v.clone(), y, yDot);
            return new Outcome(y, yDot);
        }));
        methods.add(new Method("vjp", (point, fill) -> {
            double[] y = Vectors.filled(values(), fill);
            double[] xBar = Vectors.filled(dimension(), fill);
            f.vjp(point, w.clone(), y, xBar);
            return new Outcome(y, xBar);
        }));
        if ((long) values() * dimension() <= DENSE) {
            methods.add(new Method("jacobian", (point, fill) -> {
                double[] y = Vectors.filled(values(), fill);
                double[] jacobian = Vectors.filled(values() * dimension(), fill);
                f.jacobian(point, y, jacobian);
                return new Outcome(y, jacobian);
            }));
        }
        twice.ifPresent(second -> methods.add(new Method("weightedHessianVectorProduct", (point, fill) -> {
            double[] product = Vectors.filled(dimension(), fill);
            second.weightedHessianVectorProduct(point, w.clone(), v.clone(), product);
            return new Outcome(new double[0], product);
        })));
        return methods;
    }

    @Override
    public List<Pairing> pairings(double[] x, SplittableRandom random) {
        double[] u = Direction.random(0, x, random).components();
        double[] v = Direction.random(1, x, random).components();
        double[] w = Vectors.random(values(), random);
        List<Pairing> pairings = new ArrayList<>();
        pairings.add(new Pairing(
                "jvp and vjp transposed",
                "w.(J v)",
                "(J'w).v",
                point -> Pairing.of(w, jvp(point, v), v, vjp(point, w))));
        twice.ifPresent(second -> pairings.add(new Pairing(
                "symmetry of the Hessian",
                "u.(H v)",
                "v.(H u)",
                point -> Pairing.of(u, product(second, point, w, v), v, product(second, point, w, u)))));
        return pairings;
    }

    @Override
    public Slopes slopes(double[] x, SplittableRandom random) {
        double[] w = Vectors.random(values(), random);
        return new Slopes() {
            @Override
            public double value(double[] point) {
                return Vectors.dot(VectorSubject.this.value(point), w);
            }

            @Override
            public double first(double[] point, double[] direction) {
                return Vectors.dot(jvp(point, direction), w);
            }

            @Override
            public Optional<Double> second(double[] point, double[] direction) {
                return twice.map(second -> Vectors.dot(product(second, point, w, direction), direction));
            }
        };
    }
}
