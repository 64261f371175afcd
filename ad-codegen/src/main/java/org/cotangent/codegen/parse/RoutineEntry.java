package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * An annotated method that has rules itself, as a program: one call, so that its derivatives are those that
 * its rules give to everybody.
 *
 * @param output what receives an array that the method returns
 */
record RoutineEntry(Procedure procedure, Optional<ParsedMethod.Output> output) {

    /** The program; without a statement if the method was refused, as has been told. */
    static RoutineEntry of(Signature signature, MethodBody body) {
        String name = signature.method().getSimpleName().toString();
        List<Variable> parameters = new ArrayList<>();
        body.parameters().forEach(p -> p.parts().map(Variable.class::cast).forEach(parameters::add));
        Optional<Value> result = signature.result().map(type -> Reading.registers(name + "Value", type));
        List<Variable> results =
                result.stream().flatMap(Value::parts).map(Variable.class::cast).toList();
        Optional<External> routine = body.reading().session().handwritten().call(signature.method());
        Writer writer = body.reading().writer();
        if (signature.result().filter(Uses::isVector).isEmpty()) {
            Statement.Block call = writer.collect(
                    () -> routine.ifPresent(r -> writer.add(new Statement.Call(results, r, List.copyOf(parameters)))));
            return new RoutineEntry(new Procedure(signature.name(), parameters, results, call), Optional.empty());
        }
        Variable made = results.get(0);
        Variable values = Variable.of(name + "Values", made.type());
        Statement.Block call = writer.collect(() -> {
            routine.ifPresent(r -> writer.add(new Statement.Call(results, r, List.copyOf(parameters))));
            ReturnedArray.requireLength(writer, values, made.length());
            writer.count("i", values.length(), i -> writer.add(new Statement.Store(values, i, made.at(i))));
        });
        List<Variable> all = new ArrayList<>(parameters);
        all.add(values);
        return new RoutineEntry(
                new Procedure(signature.name(), all, List.of(), call),
                Optional.of(new ParsedMethod.Output(values, Optional.empty(), true)));
    }
}
