package org.cotangent.ad;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.ComplexEvaluation;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivatives;

/** A vector function whose values and derivatives are programs, interpreted or compiled. */
final class GraphVectorFunction implements TwiceDifferentiableVectorFunction, ComplexEvaluation {

    private static final String COUNT = "number of values";

    private final Inputs inputs;
    private final Backend backend;
    private final Program program;
    private final int outputs;
    private final Variable out;
    private final Lazy<Interpreter> complex;
    private final Lazy<BoundProgram> value;
    private final Lazy<BoundProgram> jvp;
    private final Lazy<BoundProgram> vjp;
    private final Lazy<BoundProgram> curvature;
    private final Sweeps tangents;
    private final Lazy<JacobianPlan> plan;

    GraphVectorFunction(VectorExpr values, Inputs inputs, Backend backend) {
        Objects.requireNonNull(values, "values are null, expected the function's vector expression");
        Type type = values.node().type();
        if (!type.equals(Type.DOUBLES)) {
            throw new IllegalArgumentException("the function has values of type " + type
                    + ", expected double[]; make them real, conditions with choose(...)");
        }
        inputs.requireKnown(values.node());
        this.inputs = inputs;
        this.backend = backend;
        this.outputs = Checks.dimension("length of " + values, length(values, inputs));
        this.program = Lowering.of("f", inputs.parameters(), values);
        List<Variable> parameters = program.entry().parameters();
        this.out = parameters.get(parameters.size() - 1);
        this.complex = new Lazy<>(() -> Interpreter.of(program));
        this.value = new Lazy<>(() -> bound("value", () -> Derivation.primal(program)));
        this.jvp = new Lazy<>(() -> bound("jvp", () -> Derivatives.jvp(program, inputs.active())));
        this.vjp = new Lazy<>(() -> bound("vjp", this::vjp));
        this.curvature = new Lazy<>(() -> bound(
                "curvature", () -> Derivatives.weightedHessianVectorProduct(program, inputs.active(), List.of(out))));
        this.tangents = new Sweeps(jvp, inputs.dimension(), count -> bound("jvps of " + count, () -> jvps(count)));
        this.plan = new Lazy<>(() -> JacobianPlan.of(
                inputs.dimension(), outputs, () -> operations(jvps(Sweeps.WIDTH)), () -> operations(vjp())));
    }

    private Derivation jvps(int count) {
        return Derivatives.jvps(program, inputs.active(), count);
    }

    private Derivation vjp() {
        return Derivatives.vjp(program, inputs.active(), List.of(out));
    }

    /** The real operations of a program, at 0: they must not depend on the point first asked for. */
    private long operations(Derivation derivation) {
        Machine machine = Interpreter.counting(derivation.program()).machine();
        Backend.Prepared counting = new Backend.Prepared(
                derivation.parameters(), derivation.results(), () -> new Engine.Interpreted(machine));
        BoundMachine bound = new BoundProgram(inputs, counting, List.of(written())).borrow();
        double[] zeros = new double[inputs.dimension()];
        bound.setPoint(Role.PRIMAL, zeros);
        for (int direction = 0; direction < Sweeps.WIDTH; direction++) {
            bound.setPoint(Role.TANGENT, direction, zeros);
        }
        bound.run();
        return machine.operations();
    }

    /**
     * Makes what nearly every use of a function needs; curvature waits until it is asked for. What is
     * largest comes first: if it is too large, that is known before anything was compiled.
     */
    GraphVectorFunction prepared() {
        vjp.get();
        jvp.get();
        value.get();
        return this;
    }

    /** The number of values, which may follow from the lengths of data. */
    private static int length(VectorExpr values, Inputs inputs) {
        Program program = Lowering.of("length", inputs.parameters(), values.length());
        Object[] arguments = new Object[program.entry().parameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            Variable parameter = program.entry().parameters().get(i);
            Object value = inputs.data().get(parameter);
            arguments[i] = value == null ? zero(parameter, inputs) : value;
        }
        return (Integer) Interpreter.of(program).run(arguments)[0];
    }

    private static Object zero(Variable parameter, Inputs inputs) {
        for (Inputs.Place place : inputs.places()) {
            if (place.variable() == parameter && place.isVector()) {
                return new double[place.length()];
            }
        }
        return 0.0;
    }

    private BoundProgram bound(String form, Supplier<Derivation> derive) {
        return new BoundProgram(inputs, backend.prepare(program, inputs.form(form), derive), List.of(written()));
    }

    private Inputs.Place written() {
        return new Inputs.Place(out, 0, outputs);
    }

    @Override
    public int inputDimension() {
        return inputs.dimension();
    }

    @Override
    public int outputDimension() {
        return outputs;
    }

    @Override
    public void value(double[] x, double[] y) {
        check(x, y);
        BoundProgram values = value.get();
        BoundMachine machine = values.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.run();
        machine.getValues(Role.PRIMAL, y);
        values.giveBack(machine);
    }

    private void check(double[] x, double[] y) {
        Checks.length("point", x, inputDimension());
        Checks.length("values", y, outputs, COUNT);
        Checks.distinct("values", y, "point", x);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        check(x, y);
        Checks.length("tangent", xDot, inputDimension());
        Checks.length("product", yDot, outputs, COUNT);
        Checks.distinct("values", y, "tangent", xDot);
        Checks.distinct("product", yDot, "point", x);
        Checks.distinct("product", yDot, "tangent", xDot);
        Checks.distinct("product", yDot, "values", y);
        BoundProgram program = jvp.get();
        BoundMachine machine = program.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.setPoint(Role.TANGENT, xDot);
        machine.run();
        machine.getValues(Role.PRIMAL, y);
        machine.getValues(Role.TANGENT, yDot);
        program.giveBack(machine);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        check(x, y);
        Checks.length("adjoint", yBar, outputs, COUNT);
        Checks.length("product", xBar, inputDimension());
        Checks.distinct("values", y, "adjoint", yBar);
        Checks.distinct("product", xBar, "point", x);
        Checks.distinct("product", xBar, "adjoint", yBar);
        Checks.distinct("product", xBar, "values", y);
        BoundProgram program = vjp.get();
        BoundMachine machine = program.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.setValues(Role.ADJOINT, yBar);
        machine.run();
        machine.getValues(Role.PRIMAL, y);
        machine.getPoint(Role.ADJOINT, xBar);
        program.giveBack(machine);
    }

    @Override
    public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
        Checks.length("point", x, inputDimension());
        Checks.length("weights", w, outputs, COUNT);
        Checks.length("direction", v, inputDimension());
        Checks.length("product", product, inputDimension());
        Checks.distinct("product", product, "point", x);
        Checks.distinct("product", product, "weights", w);
        Checks.distinct("product", product, "direction", v);
        BoundProgram program = curvature.get();
        BoundMachine machine = program.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.setPoint(Role.TANGENT, v);
        machine.setValues(Role.ADJOINT, w);
        machine.clearValues(Role.ADJOINT_TANGENT);
        machine.run();
        machine.getPoint(Role.ADJOINT_TANGENT, product);
        program.giveBack(machine);
    }

    @Override
    public void complexValue(double[] re, double[] im, double[] valueRe, double[] valueIm) {
        new ComplexRun(complex.get().complexMachine())
                .run(Derivation.primal(program).parameters(), inputs, List.of(written()), re, im, valueRe, valueIm);
    }

    @Override
    public LinearOperator jacobianAt(double[] x) {
        double[] point = Checks.length("point", x, inputDimension()).clone();
        return jacobianAt(point, (machine, direction, product) -> machine.getValues(Role.TANGENT, direction, product));
    }

    private LinearOperator jacobianAt(double[] x, Sweeps.Reader read) {
        return new SweptOperator(
                outputs, inputDimension(), tangents, machine -> machine.setPoint(Role.PRIMAL, x), read);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        check(x, y);
        Checks.length("jacobian", jacobian, Math.multiplyExact(outputs, inputDimension()), "values times variables");
        Checks.distinct("jacobian", jacobian, "point", x);
        Checks.distinct("jacobian", jacobian, "values", y);
        if (plan.get().byColumns()) {
            LinearOperator operator = jacobianAt(x, (machine, direction, product) -> {
                machine.getValues(Role.TANGENT, direction, product);
                machine.getValues(Role.PRIMAL, y);
            });
            operator.dense(jacobian);
        } else {
            byRows(x, y, jacobian);
        }
    }

    private void byRows(double[] x, double[] y, double[] jacobian) {
        int n = inputDimension();
        double[] seed = new double[outputs];
        double[] row = new double[n];
        for (int i = 0; i < outputs; i++) {
            seed[i] = 1;
            vjp(x, seed, y, row);
            seed[i] = 0;
            System.arraycopy(row, 0, jacobian, i * n, n);
        }
    }

    /** Says how the Jacobian is computed, once it was asked for. */
    @Override
    public String toString() {
        String jacobian = plan.known().map(JacobianPlan::toString).orElse("Jacobian not asked for yet");
        return "function of " + inputDimension() + " variables with " + outputs + " values; " + jacobian;
    }
}
