package org.cotangent.codegen.emit;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.annotation.Form;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivatives;

/**
 * Writes a function: a static method for each form that is asked for and, if they make a function
 * object, the methods of that which call them.
 */
final class FunctionWriter {

    private static final String FUNCTION = "org.cotangent.ad.function";

    /** A count of values that is longer in code is told by the method that computes it. */
    private static final int SHORT = 40;

    private final FunctionDescriptor function;
    private final Program program;
    private final GeneratedClass target;
    private final FunctionObject object;
    private final List<Variable> active;
    private final boolean isObject;
    private final MethodJavadoc javadoc;
    private final Scratch scratch;

    private FunctionWriter(FunctionDescriptor function, GeneratedClass target) {
        this.function = function;
        this.program = function.program();
        this.target = target;
        this.object = new FunctionObject(function, target);
        this.active = function.activeVariables();
        this.isObject = function.isObject();
        this.scratch = new Scratch(target::nextArray);
        this.javadoc = new MethodJavadoc(function, count(function));
    }

    static void write(FunctionDescriptor function, GeneratedClass target) {
        FunctionWriter writer = new FunctionWriter(function, target);
        function.output().ifPresentOrElse(writer::vector, writer::scalar);
        VariablesRecord.write(function, writer.object, target);
    }

    private boolean wants(Form form) {
        return function.wants(form);
    }

    private void scalar() {
        object.constant("dimension", object.point().dimension());
        form(
                Form.VALUE,
                false,
                () -> Derivation.primal(program),
                "Value",
                "The value of NAME.",
                Optional.of(adapter("value").input("point", Role.PRIMAL)));
        form(
                Form.GRADIENT,
                false,
                () -> Derivatives.gradient(program, active),
                "Gradient",
                "The value of NAME and its gradient.",
                Optional.of(
                        adapter("valueAndGradient").input("point", Role.PRIMAL).output("gradient", Role.ADJOINT)));
        form(
                Form.JVP,
                false,
                () -> Derivatives.directional(program, active),
                "Tangent",
                "The derivative of NAME along a direction.",
                Optional.empty());
        form(
                Form.HESSIAN_VECTOR_PRODUCT,
                false,
                () -> Derivatives.hessianVectorProduct(program, active),
                "HessianVectorProduct",
                "The value of NAME, its gradient, and its Hessian times a direction.",
                Optional.of(adapter("hessianVectorProduct")
                        .input("point", Role.PRIMAL)
                        .input("direction", Role.TANGENT)
                        .output("product", Role.ADJOINT_TANGENT)));
        if (isObject) {
            finish("Differentiable", "Function");
        }
    }

    private void vector(FunctionDescriptor.Output output) {
        Variable out = output.variable();
        object.constant("inputDimension", object.point().dimension());
        object.constant("outputDimension", "outputDimension");
        form(
                Form.VALUE,
                false,
                () -> Derivation.primal(program),
                "Value",
                "The values of NAME.",
                Optional.of(adapter("value").input("point", Role.PRIMAL).values("values", Role.PRIMAL, true)));
        Sweeps sweeps = Sweeps.of(object.point().fixedDimension(), fixedCount(output));
        Optional<JacobianWriter.Sweep> jvp = form(
                Form.JVP,
                wants(Form.JACOBIAN) && sweeps.columns(),
                () -> Derivatives.jvp(program, active),
                "Jvp",
                "The values of NAME, and their Jacobian times a tangent.",
                Optional.of(adapter("jvp")
                        .input("point", Role.PRIMAL)
                        .input("tangent", Role.TANGENT)
                        .values("values", Role.PRIMAL, true)
                        .values("product", Role.TANGENT, true)));
        Optional<JacobianWriter.Sweep> vjp = form(
                Form.VJP,
                wants(Form.JACOBIAN) && sweeps.rows(),
                () -> Derivatives.vjp(program, active, List.of(out)),
                "Vjp",
                "The values of NAME, and their transposed Jacobian times an adjoint.",
                Optional.of(adapter("vjp")
                        .input("point", Role.PRIMAL)
                        .values("adjoint", Role.ADJOINT, false)
                        .values("values", Role.PRIMAL, true)
                        .output("product", Role.ADJOINT)));
        if (wants(Form.JACOBIAN)) {
            boolean isWide = sweeps.columns() && JacobianWriter.isWide(function);
            Optional<JacobianWriter.Sweep> wide = isWide ? Optional.of(wide(program)) : Optional.empty();
            jacobian(output, jvp.filter(s -> sweeps.columns()), wide, vjp.filter(s -> sweeps.rows()));
        }
        form(
                Form.HESSIAN_VECTOR_PRODUCT,
                false,
                () -> Derivatives.weightedHessianVectorProduct(program, active, List.of(out)),
                "WeightedHessianVectorProduct",
                "The values of NAME, and the Hessian of their weighted sum times a direction.",
                Optional.of(adapter("weightedHessianVectorProduct")
                        .input("point", Role.PRIMAL)
                        .values("weights", Role.ADJOINT, false)
                        .input("direction", Role.TANGENT)
                        .output("product", Role.ADJOINT_TANGENT)));
        if (isObject) {
            object.count(this::countWhenMade);
            finish("", "VectorFunction");
        }
    }

    /**
     * The ways to a Jacobian that may take the fewest sweeps. A number left open, as that of data
     * is, is taken to be larger than one that the graph fixes.
     */
    private record Sweeps(boolean columns, boolean rows) {

        static Sweeps of(OptionalInt variables, OptionalInt values) {
            if (variables.isPresent() == values.isPresent()) {
                boolean open = variables.isEmpty();
                boolean fewer = !open && values.getAsInt() < variables.getAsInt();
                return new Sweeps(!fewer, open || fewer);
            }
            return new Sweeps(variables.isPresent(), values.isPresent());
        }
    }

    private void jacobian(
            FunctionDescriptor.Output output,
            Optional<JacobianWriter.Sweep> jvp,
            Optional<JacobianWriter.Sweep> wide,
            Optional<JacobianWriter.Sweep> vjp) {
        Optional<String> count =
                fixedCount(output).stream().mapToObj(Integer::toString).findFirst();
        JacobianWriter writer = new JacobianWriter(function, target, output.variable(), count);
        String text = javadoc.ofJacobian("The values of " + function.reference() + ", and their Jacobian.", writer);
        Callee callee = writer.write(text, jvp, wide, vjp);
        if (isObject) {
            Adapter adapter = adapter("jacobian")
                    .input("point", Role.PRIMAL)
                    .values("values", Role.PRIMAL, true)
                    .jacobian("jacobian", writer.jacobian());
            object.add(adapter, adapter.calling(writer.slots(), callee));
        }
    }

    /** A method for several tangents, which only the Jacobian calls. */
    private JacobianWriter.Sweep wide(Program program) {
        Derivation derived = Derivatives.jvps(program, active, JacobianWriter.WIDTH);
        Program made = derived.program();
        Program named = RenamedEntry.of(made, function.name() + "Jvps");
        String text = "The values of " + function.reference() + ", and their Jacobian times several tangents.";
        return new JacobianWriter.Sweep(
                derived, target.write(named, List.of(Modifier.PRIVATE), self -> javadoc.of(text, derived, self)));
    }

    private Adapter adapter(String name) {
        return new Adapter(name, object.point(), object.data(), scratch)
                .ofLength("outputDimension")
                .clearing(function.startsFromOutput());
    }

    /** Writes what belongs to a form if it is asked for, its static method also if another needs it. */
    private Optional<JacobianWriter.Sweep> form(
            Form form,
            boolean needed,
            Supplier<Derivation> derivation,
            String suffix,
            String summary,
            Optional<Adapter> adapter) {
        if (!wants(form) && !needed) {
            return Optional.empty();
        }
        Derivation derived = derivation.get();
        Program made = derived.program();
        Program named = RenamedEntry.of(made, function.name() + suffix);
        List<Modifier> access = wants(form) ? function.access() : List.of(Modifier.PRIVATE);
        String text = summary.replace("NAME", function.reference());
        Callee callee = target.write(named, access, self -> javadoc.of(text, derived, self));
        if (wants(form) && isObject) {
            adapter.ifPresent(method -> object.add(method, method.calling(derived, callee)));
        }
        return Optional.of(new JacobianWriter.Sweep(derived, callee));
    }

    private static OptionalInt fixedCount(FunctionDescriptor.Output output) {
        return output.length().isPresent() && output.length().get() instanceof Constant constant
                ? OptionalInt.of((int) constant.integer())
                : OptionalInt.empty();
    }

    /** The number of values for Javadoc; empty for a scalar function. */
    private static String count(FunctionDescriptor function) {
        return function.output()
                .map(out -> out.length().map(FunctionWriter::count).orElse("m"))
                .orElse("");
    }

    private static String count(Expr length) {
        String text = length.toString();
        return length instanceof Constant ? text : text.length() > SHORT ? "m" : "{@code " + text + "}";
    }

    /** Computes the number of values when a function object is made, as it may depend on data. */
    private String countWhenMade(Expr length, Function<Variable, String> arguments) {
        if (length instanceof Constant constant) {
            return Literals.of(constant);
        }
        Program counting = Lowering.of(function.name() + "Length", function.inputs(), length);
        Callee callee = target.write(
                counting, List.of(Modifier.PRIVATE), self -> "The number of values of " + function.reference() + ".");
        List<String> given = function.inputs().stream().map(arguments).toList();
        return ExpressionPrinter.escaped(callee.method()) + "(" + String.join(",$W", given) + ")";
    }

    private void finish(String once, String kind) {
        String degree = wants(Form.HESSIAN_VECTOR_PRODUCT) ? "TwiceDifferentiable" : once;
        object.finish(ClassName.get(FUNCTION, degree + kind));
    }
}
