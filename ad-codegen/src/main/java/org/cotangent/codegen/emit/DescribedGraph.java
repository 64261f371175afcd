package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.codegen.emit.FunctionDescriptor.Output;
import org.cotangent.codegen.emit.FunctionDescriptor.Parameter;
import org.cotangent.codegen.emit.FunctionDescriptor.Use;

/** Describes the function of a graph: variables first, then data, each a scalar or an array. */
final class DescribedGraph {

    private DescribedGraph() {}

    static FunctionDescriptor of(GraphDefinition function) {
        Program program = function.values()
                .map(values -> Lowering.of(function.name(), function.parameters(), values))
                .orElseGet(() -> Lowering.of(
                        function.name(), function.parameters(), function.value().orElseThrow()));
        List<Parameter> parameters = new ArrayList<>();
        function.variables().forEach(input -> parameters.add(parameter(input, Use.ACTIVE)));
        function.data().forEach(input -> parameters.add(parameter(input, Use.DATA)));
        List<Variable> taken = program.entry().parameters();
        Optional<Output> output =
                function.values().map(v -> new Output(taken.get(taken.size() - 1), Optional.of(v.length())));
        return new FunctionDescriptor(
                function.name(), function.name(), true, program, parameters, output, function.forms());
    }

    private static Parameter parameter(GraphDefinition.Input input, Use use) {
        Variable variable = input.variable();
        return new Parameter(variable.name(), use, new Structure.Single(variable, input.length(), false));
    }
}
