package org.cotangent.codegen.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Routine;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.Call;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.If;
import org.cotangent.ad.ir.Statement.While;

/** Gives the JDK's methods that a parsed program calls code that the interpreter can run. */
final class RunnableCalls {

    private RunnableCalls() {}

    static Program of(Program program) {
        List<Procedure> callees =
                program.callees().stream().map(RunnableCalls::of).toList();
        return Program.of(of(program.entry()), callees);
    }

    private static Procedure of(Procedure procedure) {
        return procedure.withBody(of(procedure.body()));
    }

    private static Block of(Block block) {
        return new Block(
                block.label(),
                block.statements().stream().map(RunnableCalls::of).toList());
    }

    private static Statement of(Statement statement) {
        if (statement instanceof Block block) {
            return of(block);
        } else if (statement instanceof If branch) {
            return new If(branch.condition(), of(branch.then()), of(branch.otherwise()));
        } else if (statement instanceof For loop) {
            return new For(loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), of(loop.body()));
        } else if (statement instanceof While loop) {
            return new While(loop.label(), loop.condition(), of(loop.body()));
        } else if (statement instanceof Call call && call.callee() instanceof External external) {
            return new Call(call.results(), runnable(external), call.arguments());
        }
        return statement;
    }

    private static Callee runnable(External external) {
        Method method = method(external);
        return external.computedBy(
                call -> give(call, method.getReturnType(), invoked(method, arguments(call, method))));
    }

    private static Method method(External external) {
        External.Method wanted = external.method().orElseThrow();
        try {
            return Arrays.stream(Class.forName(wanted.type()).getMethods())
                    .filter(m -> m.getName().equals(wanted.name()) && fits(m, external))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean fits(Method method, External external) {
        List<String> types = new ArrayList<>();
        external.parameters().forEach(p -> types.add(p.type().toString()));
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .toList()
                .equals(types);
    }

    private static Object[] arguments(Routine.Arguments call, Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = switch (types[i].getSimpleName()) {
                case "double" -> (Object) call.real(i);
                case "int" -> call.integer(i);
                case "long" -> call.wide(i);
                case "boolean" -> call.truth(i);
                default -> call.array(i);
            };
        }
        return arguments;
    }

    private static Object invoked(Method method, Object[] arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException | IllegalAccessException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static void give(Routine.Arguments call, Class<?> type, Object result) {
        switch (type.getSimpleName()) {
            case "double" -> call.give((double) result);
            case "int", "long" -> call.give(((Number) result).longValue());
            case "boolean" -> call.give((boolean) result);
            default -> throw new IllegalStateException("no result of type " + type + " is expected");
        }
    }
}
