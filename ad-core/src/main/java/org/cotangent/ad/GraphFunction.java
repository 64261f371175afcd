package org.cotangent.ad;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.ComplexEvaluation;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivatives;

/** A scalar function whose value and derivatives are programs, interpreted or compiled. */
final class GraphFunction implements TwiceDifferentiableFunction, ComplexEvaluation {

    private final Inputs inputs;
    private final Backend backend;
    private final Program program;
    private final Lazy<Interpreter> complex;
    private final Lazy<BoundProgram> value;
    private final Lazy<BoundProgram> gradient;
    private final Lazy<BoundProgram> product;
    private final Sweeps products;

    /** A function that is a program with one real result. */
    GraphFunction(Program program, Inputs inputs, Backend backend) {
        this.inputs = inputs;
        this.backend = backend;
        this.program = program;
        this.complex = new Lazy<>(() -> Interpreter.of(program));
        this.value = new Lazy<>(() -> bound("value", () -> Derivation.primal(program)));
        this.gradient = new Lazy<>(() -> new BoundProgram(
                inputs, backend.gradient(program, inputs.form("gradient"), inputs.active()), List.of()));
        this.product =
                new Lazy<>(() -> bound("product", () -> Derivatives.hessianVectorProduct(program, inputs.active())));
        this.products = new Sweeps(
                product,
                inputs.dimension(),
                count -> bound(
                        "products of " + count,
                        () -> Derivatives.hessianVectorProducts(program, inputs.active(), count)));
    }

    /** A function that is an expression. */
    static GraphFunction of(Expr expression, Inputs inputs, Backend backend) {
        return new GraphFunction(lowered(expression, inputs), inputs, backend);
    }

    /** The slope of an expression along a direction, a function of point and direction. */
    static GraphFunction directional(Expr expression, Inputs inputs, Backend backend) {
        Derivation jvp = Derivatives.jvp(lowered(expression, inputs), inputs.active());
        Inputs both = inputs.withDirections(jvp);
        Procedure entry = jvp.program().entry();
        List<Variable> slope = IntStream.range(0, jvp.results().size())
                .filter(i -> jvp.results().get(i).role() == Role.TANGENT)
                .mapToObj(i -> entry.results().get(i))
                .toList();
        Procedure along = new Procedure(entry.name(), both.parameters(), slope, entry.body());
        return new GraphFunction(Program.of(along, jvp.program().callees()), both, backend);
    }

    private static Program lowered(Expr expression, Inputs inputs) {
        Objects.requireNonNull(expression, "value is null, expected the function's expression");
        if (!expression.type().isReal()) {
            String remedy = expression.type().equals(Type.BOOLEAN)
                    ? "turn the condition into a number with select"
                    : "convert it with toReal()";
            throw new IllegalArgumentException(
                    "the function has a value of type " + expression.type() + ", expected double; " + remedy);
        }
        inputs.requireKnown(expression);
        return Lowering.of("f", inputs.parameters(), expression);
    }

    /**
     * Makes what nearly every use of a function needs; the product waits until it is asked for. The
     * gradient comes first: if it is too large, that is known before anything was compiled.
     */
    GraphFunction prepared() {
        gradient.get();
        value.get();
        return this;
    }

    private BoundProgram bound(String form, Supplier<Derivation> derive) {
        return new BoundProgram(inputs, backend.prepare(program, inputs.form(form), derive), List.of());
    }

    @Override
    public int dimension() {
        return inputs.dimension();
    }

    @Override
    public double value(double[] x) {
        Checks.length("point", x, dimension());
        BoundProgram values = value.get();
        BoundMachine machine = values.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.run();
        double result = machine.result();
        values.giveBack(machine);
        return result;
    }

    @Override
    public double valueAndGradient(double[] x, double[] xBar) {
        Checks.length("point", x, dimension());
        Checks.length("gradient", xBar, dimension());
        Checks.distinct("gradient", xBar, "point", x);
        BoundProgram program = gradient.get();
        BoundMachine machine = program.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.run();
        double result = machine.result();
        machine.getPoint(Role.ADJOINT, xBar);
        program.giveBack(machine);
        return result;
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] result) {
        Checks.length("point", x, dimension());
        Checks.length("direction", v, dimension());
        Checks.length("product", result, dimension());
        Checks.distinct("product", result, "point", x);
        Checks.distinct("product", result, "direction", v);
        BoundProgram program = product.get();
        BoundMachine machine = program.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.setPoint(Role.TANGENT, v);
        machine.run();
        machine.getPoint(Role.ADJOINT_TANGENT, result);
        program.giveBack(machine);
    }

    @Override
    public void complexValue(double[] re, double[] im, double[] valueRe, double[] valueIm) {
        new ComplexRun(complex.get().complexMachine())
                .run(Derivation.primal(program).parameters(), inputs, List.of(), re, im, valueRe, valueIm);
    }

    @Override
    public LinearOperator hessianAt(double[] x) {
        double[] point = Checks.length("point", x, dimension()).clone();
        return new SweptOperator(
                dimension(),
                dimension(),
                products,
                machine -> machine.setPoint(Role.PRIMAL, point),
                (machine, direction, result) -> machine.getPoint(Role.ADJOINT_TANGENT, direction, result));
    }
}
