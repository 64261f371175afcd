package org.cotangent.codegen.parse;

import com.sun.source.tree.BlockTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/** Reads one method as a procedure. */
final class MethodBody {

    private final Signature signature;
    private final Reading reading;
    private final BlockTree tree;
    private final List<Value> parameters = new ArrayList<>();
    private final Set<Element> assigned;

    MethodBody(Session session, Signature signature) {
        this.signature = signature;
        this.reading = new Reading(session, signature.path());
        this.tree = signature.tree().getBody();
        this.assigned = Scan.of(tree, reading).assigned();
        for (int i = 0; i < signature.parameters().size(); i++) {
            parameters.add(Reading.registers(
                    parameter(i).getSimpleName().toString(),
                    signature.parameters().get(i)));
        }
    }

    private VariableElement parameter(int index) {
        return signature.method().getParameters().get(index);
    }

    Signature signature() {
        return signature;
    }

    Reading reading() {
        return reading;
    }

    BlockTree tree() {
        return tree;
    }

    /** The registers of each parameter. */
    List<Value> parameters() {
        return parameters;
    }

    /** The parameters that keep their values. */
    Set<Variable> kept() {
        Set<Variable> kept = new HashSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (!assigned.contains(parameter(i))) {
                parameters.get(i).parts().map(Variable.class::cast).forEach(kept::add);
            }
        }
        return kept;
    }

    /** A procedure that gives its result in registers. */
    Procedure read() {
        List<Value> result = signature.result().map(type -> Reading.registers("result", type)).stream()
                .toList();
        return read(new Results.InRegisters(reading, result), List.of());
    }

    /** A procedure that gives its result as asked. */
    Procedure read(Results results, List<Variable> further) {
        Statement.Block body = reading.writer().collect(() -> {
            for (int i = 0; i < parameters.size(); i++) {
                declare(parameter(i), parameters.get(i));
            }
            reading.writer().addAll(new StatementReader(reading, results).body(tree));
        });
        List<Variable> all = new ArrayList<>();
        parameters.forEach(p -> p.parts().map(Variable.class::cast).forEach(all::add));
        all.addAll(further);
        List<Statement> whole = new ArrayList<>(reading.constants().reads());
        whole.addAll(body.statements());
        return new Procedure(signature.name(), all, results.registers(), Statement.Block.of(whole));
    }

    /** A parameter that the method assigns is a variable of its own, whose value comes from outside. */
    private void declare(VariableElement element, Value given) {
        if (assigned.contains(element)) {
            Value own = reading.declare(element, given.type());
            reading.assign(own, given);
        } else {
            reading.declare(element, given);
        }
    }
}
