package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Adjoint;
import org.cotangent.ad.transform.Tangent;

/**
 * A program that zero or more transforms have made, with the role of each parameter and result: the
 * name it has in the original program, and a mark for each transform that made a shadow of it.
 */
record Layer(Program program, List<String> parameters, List<String> results) {

    static Layer of(Program program) {
        return new Layer(
                program,
                names(program.entry().parameters()),
                names(program.entry().results()));
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).toList();
    }

    Layer tangent(Collection<Variable> independents, String mark) {
        Program made = Tangent.of(program, independents);
        List<String> givenResults = new ArrayList<>();
        List<Variable> old = program.entry().results();
        for (int i = 0; i < old.size(); i++) {
            givenResults.add(results.get(i));
            if (old.get(i).type().isReal()) {
                givenResults.add(results.get(i) + mark);
            }
        }
        return checked(made, parameters(made.entry().parameters(), mark), givenResults);
    }

    Layer adjoint(Collection<Variable> independents, Collection<Variable> outputs, String mark) {
        Program made = Adjoint.of(program, independents, outputs);
        List<String> seeds = new ArrayList<>();
        List<Variable> old = program.entry().results();
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).type().isReal()) {
                seeds.add(results.get(i) + mark);
            }
        }
        List<Variable> all = made.entry().parameters();
        List<String> taken = parameters(all.subList(0, all.size() - seeds.size()), mark);
        taken.addAll(seeds);
        List<String> givenResults = new ArrayList<>(results);
        List<Variable> given = program.entry().parameters();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).type().isReal() && independents.contains(given.get(i))) {
                givenResults.add(parameters.get(i) + mark);
            }
        }
        return checked(made, taken, givenResults);
    }

    /** Parameters of the old program keep their role; what follows one is its shadow. */
    private List<String> parameters(List<Variable> made, String mark) {
        List<Variable> old = program.entry().parameters();
        List<String> roles = new ArrayList<>();
        for (Variable parameter : made) {
            int position = old.indexOf(parameter);
            roles.add(position >= 0 ? parameters.get(position) : roles.get(roles.size() - 1) + mark);
        }
        return roles;
    }

    private static Layer checked(Program made, List<String> taken, List<String> given) {
        Procedure entry = made.entry();
        if (entry.parameters().size() != taken.size() || entry.results().size() != given.size()) {
            throw new IllegalStateException("signature of " + made + " is not " + taken + " -> " + given);
        }
        return new Layer(made, taken, given);
    }

    /** The layer with its program changed, for instance by planting a fault. */
    Layer with(UnaryOperator<Program> change) {
        return new Layer(change.apply(program), parameters, results);
    }
}
