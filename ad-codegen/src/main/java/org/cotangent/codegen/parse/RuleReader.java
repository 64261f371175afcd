package org.cotangent.codegen.parse;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/** Reads one rule, with all methods it calls, as a program of its own. */
final class RuleReader {

    private final HandwrittenRule rule;
    private final Session session;

    /** @param session of the rule alone */
    RuleReader(HandwrittenRule rule, Session session) {
        this.rule = rule;
        this.session = session;
    }

    /** The rule; nothing if it was refused, as has been told. */
    Optional<Rule> read() {
        ExecutableElement method = rule.method();
        Optional<TreePath> source = session.procedures().source(method);
        if (source.isEmpty()) {
            session.problems()
                    .error(
                            Tag.RULE,
                            method,
                            "rule " + method.getSimpleName()
                                    + " has no source here, expected it to be compiled together"
                                    + " with what it is for; give rules to a method of this project that calls the"
                                    + " routine, and call that");
            return Optional.empty();
        }
        // javac attributes bodies when it is asked for an element in one, not when asked for a type.
        session.trees().getElement(source.get());
        Optional<Signature> signature = session.procedures().of(method, source.get());
        session.procedures().next();
        RoutineWrites.inRule(rule, source.get(), session).forEach(session.problems()::add);
        return signature.map(this::read);
    }

    private Rule read(Signature signature) {
        MethodBody body = new MethodBody(session, signature);
        Procedure entry = session.handwritten().isRoutine(signature.method()) ? call(body, signature) : read(body);
        Program program = Program.of(entry, MethodParser.callees(session));
        Set<String> adjoints = new HashSet<>();
        if (rule.kind() == HandwrittenRule.Kind.ADJOINT) {
            entry.parameters().forEach(parameter -> adjoints.add(parameter.name()));
        }
        return Rule.assigning(Inlining.of(program), Accumulations.notAdded(entry, adjoints));
    }

    private Procedure read(MethodBody body) {
        return body.read(new Results.InRegisters(body.reading(), results(body.signature())), List.of());
    }

    /** Registers whose names say what is returned. */
    private List<Value> results(Signature signature) {
        return signature.result().stream().map(this::registers).toList();
    }

    private Value registers(JavaType type) {
        return type instanceof JavaType.OfRecord ofRecord
                ? new Value.OfRecord(
                        ofRecord,
                        ofRecord.fields().stream()
                                .map(field -> Reading.registers(field.name(), field.type()))
                                .toList())
                : Reading.registers(rule.result(), type);
    }

    /** A rule that has rules itself is called, as any routine. */
    private Procedure call(MethodBody body, Signature signature) {
        List<Variable> parameters = new ArrayList<>();
        body.parameters().forEach(p -> p.parts().map(Variable.class::cast).forEach(parameters::add));
        List<Variable> results = results(signature).stream()
                .flatMap(Value::parts)
                .map(Variable.class::cast)
                .toList();
        Optional<External> external = session.handwritten().call(signature.method());
        List<Statement> call = external.map(
                        callee -> List.<Statement>of(new Statement.Call(results, callee, List.copyOf(parameters))))
                .orElse(List.of());
        return new Procedure(signature.name(), parameters, results, Statement.Block.of(call));
    }

    /** The methods that were read. */
    Collection<ExecutableElement> methods() {
        return session.procedures().methods();
    }
}
