package org.cotangent.ad;

import java.util.List;
import java.util.Objects;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.ComplexEvaluation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivatives;

/** A scalar function whose value and derivatives are programs run by the interpreter. */
final class GraphFunction implements TwiceDifferentiableFunction, ComplexEvaluation {

    private final Inputs inputs;
    private final BoundProgram value;
    private final Lazy<BoundProgram> gradient;
    private final Lazy<BoundProgram> product;

    GraphFunction(Expr expression, Inputs inputs) {
        Objects.requireNonNull(expression, "value is null, expected the function's expression");
        inputs.requireKnown(expression);
        this.inputs = inputs;
        Program program = Lowering.of("f", inputs.parameters(), expression);
        this.value = bound(Derivation.primal(program));
        this.gradient = new Lazy<>(() -> bound(Derivatives.gradient(program, inputs.active())));
        this.product = new Lazy<>(() -> bound(Derivatives.hessianVectorProduct(program, inputs.active())));
    }

    private BoundProgram bound(Derivation derivation) {
        return new BoundProgram(inputs, derivation, List.of());
    }

    @Override
    public int dimension() {
        return inputs.dimension();
    }

    @Override
    public double value(double[] x) {
        Checks.length("point", x, dimension());
        BoundMachine machine = value.borrow();
        machine.setPoint(Role.PRIMAL, x);
        machine.run();
        double result = machine.result();
        value.giveBack(machine);
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
        value.runComplex(re, im, valueRe, valueIm);
    }
}
