package org.cotangent.codegen.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;

/**
 * Writes a program as a class that is called through {@link org.cotangent.ad.runtime.Routine}, for
 * classes that have no name to be called by. One class without members of its own: hidden classes
 * cannot name each other.
 */
public final class RoutineWriter {

    private static final ClassName ROUTINE = ClassName.get("org.cotangent.ad.runtime", "Routine");

    private RoutineWriter() {}

    /** About how many bytes of bytecode a program takes, before anything is split. */
    public static long bytes(Program program) {
        long sum = 0;
        for (Procedure procedure : program.procedures()) {
            sum += BytecodeEstimate.method(procedure.parameters())
                    .of(procedure.body().statements());
        }
        return sum;
    }

    /**
     * A class with what it has to be given.
     *
     * @param externals function objects that it reads from its class data, an array of them
     */
    public record Written(GeneratedClass target, List<External> externals) {}

    /**
     * Writes a class. Function objects that the program calls are called through a class {@code
     * ForeignCall} of the same package.
     *
     * @param program its results are all real
     * @throws IllegalArgumentException if the class becomes larger than its budget
     */
    public static Written write(String packageName, String simpleName, Program program, Budget budget) {
        GeneratedClass target = GeneratedClass.named(packageName, simpleName).within(budget);
        target.freeMethod("run");
        HeldExternals externals = new HeldExternals(target, ClassName.get(packageName, "ForeignCall"));
        target.calling(externals);
        Callee callee = target.write(program, List.of(Modifier.PRIVATE), self -> "The program.");
        target.include(type -> type.addSuperinterface(ROUTINE).addMethod(run(callee)));
        return new Written(target, externals.held());
    }

    private static MethodSpec run(Callee callee) {
        Code code = new Code();
        String call = ExpressionPrinter.escaped(callee.method()) + "(" + arguments(callee) + ")";
        List<Variable> results = callee.procedure().results();
        if (results.isEmpty()) {
            code.statement(call);
        }
        for (int i = 0; i < results.size(); i++) {
            requireReal(results.get(i));
            code.statement("results[" + i + "] = " + (callee.isReturned(i) ? call : callee.received(i)));
        }
        return MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ArrayTypeName.of(TypeName.DOUBLE), "reals")
                .addParameter(ArrayTypeName.of(TypeName.LONG), "integers")
                .addParameter(ArrayTypeName.of(ClassName.get(Object.class)), "arrays")
                .addParameter(ArrayTypeName.of(TypeName.DOUBLE), "results")
                .addParameter(Code.WORKSPACE, "workspace")
                .addCode(code.build())
                .build();
    }

    private static void requireReal(Variable result) {
        if (!result.type().isReal()) {
            throw new IllegalArgumentException("result " + result.name() + " is of type " + result.type()
                    + ", expected double; a routine hands over nothing else");
        }
    }

    private static String arguments(Callee callee) {
        List<String> arguments = new ArrayList<>();
        List<Variable> parameters = callee.procedure().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(argument(i, parameters.get(i).type()));
        }
        if (callee.needsWorkspace()) {
            arguments.add("workspace");
        }
        return String.join(",$W", arguments);
    }

    private static String argument(int number, Type type) {
        if (type.isArray()) {
            return "(" + type + ") arrays[" + number + "]";
        }
        return switch (type.kind()) {
            case DOUBLE, FLOAT -> "reals[" + number + "]";
            case LONG -> "integers[" + number + "]";
            case INT -> "(int) integers[" + number + "]";
            case BOOLEAN -> "integers[" + number + "] != 0";
        };
    }
}
