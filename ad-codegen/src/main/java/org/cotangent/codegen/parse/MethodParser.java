package org.cotangent.codegen.parse;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;

/**
 * Reads annotated methods, with all methods they call whose source is compiled with them, as
 * programs. Everything that cannot be read is told, at its place, before the reading ends.
 */
public final class MethodParser {

    private final Trees trees;
    private final Elements elements;

    public MethodParser(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    /**
     * Reads a method.
     *
     * @param wrt names of parameters to differentiate by; empty to find the only one that can be
     * @param outputs names of parameters that receive values; empty to find it
     * @param problems receives what is wrong
     * @return nothing if there is an error among the problems
     */
    public Optional<ParsedMethod> parse(
            ExecutableElement method, Set<String> wrt, Set<String> outputs, Problems problems) {
        Problems own = new Problems();
        Session session = new Session(trees, elements, own, method);
        Optional<ParsedMethod> parsed = read(method, wrt, outputs, session);
        own.all().forEach(problems::add);
        return own.hasErrors() ? Optional.empty() : parsed;
    }

    /**
     * Checks rules, used or not: that they fit their routines and can be read.
     *
     * @param rules methods that are annotated as such
     * @param problems receives what is wrong
     */
    public void check(Collection<ExecutableElement> rules, Problems problems) {
        Set<ExecutableElement> routines = new LinkedHashSet<>();
        for (ExecutableElement rule : rules) {
            RuleTarget.of(rule, problems).filter(routines::add).ifPresent(routine -> {
                Session session = new Session(trees, elements, problems, rule);
                session.handwritten().call(routine);
                session.handwritten().read();
            });
        }
    }

    private Optional<ParsedMethod> read(
            ExecutableElement method, Set<String> wrt, Set<String> outputs, Session session) {
        Optional<TreePath> source = session.procedures().source(method);
        if (source.isEmpty()) {
            session.problems()
                    .error(
                            Tag.METHOD,
                            method,
                            "method " + method.getSimpleName() + " has no body that could be read;"
                                    + " annotate a method with one");
            return Optional.empty();
        }
        // javac attributes bodies when it is asked for an element in one, not when asked for a type.
        trees.getElement(source.get());
        Optional<Signature> signature = session.procedures().of(method, source.get());
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        session.procedures().next();
        MethodBody body = new MethodBody(session, signature.get());
        Uses uses = new Uses(signature.get(), body, session.problems());
        Optional<List<ParsedMethod.Use>> roles = uses.of(wrt, outputs);
        return entry(signature.get(), body, roles, session);
    }

    private Optional<ParsedMethod> entry(
            Signature signature, MethodBody body, Optional<List<ParsedMethod.Use>> roles, Session session) {
        String name = signature.method().getSimpleName().toString();
        boolean returnsArray = signature.result().filter(Uses::isVector).isPresent();
        Procedure entry;
        Optional<ParsedMethod.Output> output;
        if (session.handwritten().isRoutine(signature.method())) {
            RoutineEntry routine = RoutineEntry.of(signature, body);
            entry = routine.procedure();
            output = routine.output().or(() -> roles.flatMap(r -> given(r, body)));
        } else if (returnsArray) {
            ReturnedArray returned = ReturnedArray.of(body.tree(), body.reading(), name + "Values", body.kept());
            entry = body.read(returned, List.of(returned.output()));
            output = Optional.of(new ParsedMethod.Output(returned.output(), returned.length(), true));
        } else {
            entry = body.read();
            output = roles.flatMap(r -> given(r, body));
        }
        List<Procedure> callees = callees(session);
        session.handwritten().read();
        if (roles.isEmpty() || session.problems().hasErrors()) {
            return Optional.empty();
        }
        Program program = Program.of(entry, callees);
        return Optional.of(new ParsedMethod(
                signature.method(),
                program,
                parameters(signature, body, roles.get()),
                output,
                sources(session),
                session.origins()));
    }

    private static Optional<ParsedMethod.Output> given(List<ParsedMethod.Use> roles, MethodBody body) {
        int index = roles.indexOf(ParsedMethod.Use.OUTPUT);
        return index < 0
                ? Optional.empty()
                : body.parameters()
                        .get(index)
                        .parts()
                        .findFirst()
                        .map(variable -> new ParsedMethod.Output((Variable) variable, Optional.empty(), false));
    }

    /** Reads what is called. */
    static List<Procedure> callees(Session session) {
        List<Procedure> callees = new ArrayList<>();
        for (Optional<Signature> next = session.procedures().next();
                next.isPresent();
                next = session.procedures().next()) {
            callees.add(new MethodBody(session, next.get()).read());
        }
        callees.addAll(session.routines().procedures());
        return callees;
    }

    private static Set<TypeElement> sources(Session session) {
        return Stream.concat(session.procedures().methods().stream(), session.handwritten().methods().stream())
                .map(MethodParser::outermost)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static TypeElement outermost(Element element) {
        Element outer = element;
        while (outer.getEnclosingElement() instanceof TypeElement type) {
            outer = type;
        }
        return (TypeElement) outer;
    }

    private static List<ParsedMethod.Parameter> parameters(
            Signature signature, MethodBody body, List<ParsedMethod.Use> roles) {
        List<ParsedMethod.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            VariableElement element = signature.method().getParameters().get(i);
            List<ParsedMethod.Component> components = new ArrayList<>();
            collect(body.parameters().get(i), List.of(), components);
            parameters.add(new ParsedMethod.Parameter(
                    element.getSimpleName().toString(), element.asType(), roles.get(i), components));
        }
        return parameters;
    }

    private static void collect(Value value, List<String> path, List<ParsedMethod.Component> components) {
        if (value instanceof Value.OfRecord ofRecord) {
            for (int i = 0; i < ofRecord.components().size(); i++) {
                List<String> longer = new ArrayList<>(path);
                longer.add(ofRecord.type().fields().get(i).name());
                collect(ofRecord.components().get(i), longer, components);
            }
        } else {
            Expr variable = ((Value.Plain) value).expr();
            components.add(new ParsedMethod.Component((Variable) variable, path));
        }
    }
}
