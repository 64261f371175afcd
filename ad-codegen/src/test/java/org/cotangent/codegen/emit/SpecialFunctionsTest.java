package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.runtime.Workspace;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.ad.transform.Tangent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every special function, to its third derivatives: a generated class gives the bits of the interpreter. */
class SpecialFunctionsTest {

    /** In the domain of all special functions, on either side of where formulas change. */
    private static final double[][] POINTS = {{0.05, 2.5, 1.5}, {0.3, 0.7, 12}, {0.9, 14, 3.25}};

    private static final Compiled COMPILED = compiled();

    static Stream<Op> operations() {
        return Arrays.stream(Op.values()).filter(op -> op.notation().template().startsWith("Special."));
    }

    /** A function of the elements of x that the operation is differentiated by. */
    private static Program function(Op op) {
        VectorExpr x = Graph.vector("x", POINTS[0].length);
        Expr[] operands = new Expr[op.arity()];
        for (int i = 0; i < operands.length; i++) {
            boolean order = i == 1 && op.kernel() instanceof Kernel.RealInteger;
            boolean constant = !op.hasPartial(i);
            operands[i] = order ? Expr.constant(2) : constant ? Expr.constant(2.0) : x.get(i);
        }
        return Lowering.of(op.name().toLowerCase(Locale.ROOT), List.of(x.variable()), Expr.apply(op, operands));
    }

    /** The function, its Hessian times a direction, and the derivative of that. */
    private static List<Program> programs(Op op) {
        Program function = function(op);
        Variable x = function.entry().parameters().get(0);
        Program product = Derivatives.hessianVectorProduct(function, List.of(x)).program();
        Variable point = product.entry().parameters().get(0);
        return Stream.of(function, product, Tangent.of(product, List.of(point))).toList();
    }

    private static String name(Op op, int order) {
        return op.name().toLowerCase(Locale.ROOT) + order;
    }

    private static Compiled compiled() {
        GeneratedClass generated = GeneratedClass.named("special", "Functions");
        operations().forEach(op -> {
            List<Program> programs = programs(op);
            for (int k = 0; k < programs.size(); k++) {
                Procedure entry = programs.get(k).entry().withName(name(op, k));
                generated.add(Program.of(entry, programs.get(k).callees()), "A special function.");
            }
        });
        return Compiled.of(generated);
    }

    /** The point first, then directions and what is to be overwritten. */
    private static Object[] arguments(Program program, double[] point) {
        List<Object> arguments = new ArrayList<>(List.of(point.clone()));
        while (arguments.size() < program.entry().parameters().size()) {
            arguments.add(new double[] {1, 0.5 * arguments.size(), -2});
        }
        return arguments.toArray();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void generatedClassGivesTheBitsOfTheInterpreter(Op op) {
        List<Program> programs = programs(op);
        for (int k = 0; k < programs.size(); k++) {
            for (double[] point : POINTS) {
                Object[] expectedArguments = arguments(programs.get(k), point);
                Object expected = Interpreter.of(programs.get(k)).run(expectedArguments)[0];
                Object[] foundArguments = arguments(programs.get(k), point);
                assertThat(COMPILED.callIn(new Workspace(), name(op, k), foundArguments))
                        .isEqualTo(expected);
                assertThat(foundArguments).as("arrays of derivative " + k).isEqualTo(expectedArguments);
                assertThat(Arrays.stream(foundArguments).flatMapToDouble(a -> Arrays.stream((double[]) a)))
                        .as("arrays of derivative " + k)
                        .allMatch(Double::isFinite);
            }
        }
    }
}
