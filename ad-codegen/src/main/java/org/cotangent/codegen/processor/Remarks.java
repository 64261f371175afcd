package org.cotangent.codegen.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Influence;
import org.cotangent.codegen.parse.ParsedMethod;
import org.cotangent.codegen.parse.Problem;
import org.cotangent.codegen.parse.Problems;
import org.cotangent.codegen.parse.Tag;

/** Tells what may surprise in the derivatives of a method, at its place in the source. */
final class Remarks {

    private final ParsedMethod parsed;
    private final Problems problems;
    private final List<Problem> remarks;

    private Remarks(ParsedMethod parsed, Problems problems, List<Problem> remarks) {
        this.parsed = parsed;
        this.problems = problems;
        this.remarks = remarks;
    }

    /**
     * Adds what is found.
     *
     * @param problems receives what is wrong or most likely is
     * @param remarks receives what is worth knowing
     * @return whether the method can be differentiated
     */
    static boolean add(ParsedMethod parsed, Problems problems, List<Problem> remarks) {
        List<Variable> active = active(parsed);
        List<Variable> outputs =
                parsed.output().map(ParsedMethod.Output::variable).stream().toList();
        Remarks made = new Remarks(parsed, problems, remarks);
        List<Influence.Finding> findings = Influence.of(parsed.program(), active, outputs);
        findings.forEach(made::tell);
        return findings.stream().noneMatch(f -> f instanceof Influence.NoRule || f instanceof Influence.SharedField);
    }

    /** What a method is differentiated by. */
    static List<Variable> active(ParsedMethod parsed) {
        return parsed.parameters().stream()
                .filter(parameter -> parameter.use() == ParsedMethod.Use.ACTIVE)
                .flatMap(parameter -> parameter.components().stream())
                .map(ParsedMethod.Component::variable)
                .filter(variable -> variable.type().isDifferentiable())
                .toList();
    }

    private void tell(Influence.Finding finding) {
        if (finding instanceof Influence.Decision decision) {
            remarks.add(problem(
                    Tag.BRANCH,
                    false,
                    decision.comparison(),
                    decision.comparison() + " is decided by a variable: where it changes, the derivative is that of"
                            + " the branch taken"));
        } else if (finding instanceof Influence.Truncation truncation) {
            warn(problem(
                    Tag.TRUNCATION,
                    false,
                    truncation.conversion(),
                    "a value that depends on a variable is made an integer here, which has derivative 0;"
                            + " if that is meant, put @SuppressWarnings(\"AD-TRUNCATION\") on the method"));
        } else if (finding instanceof Influence.NoRule none) {
            Problem problem = problem(
                    Tag.CALL,
                    true,
                    none.routine(),
                    "method " + none.routine().name() + " takes a value that depends on a variable, has no source here"
                            + " and no derivative is known of it; copy its source into this project, or do its"
                            + " work outside of the method and pass the result as an argument; if you know its"
                            + " derivative, call it by a method that has it: @DerivativeOf");
            add(problem);
        } else if (finding instanceof Influence.SharedField shared) {
            add(problem(
                    Tag.STATIC,
                    true,
                    shared.field(),
                    "the array " + shared.field().name() + " of a static field may be written here, or takes the place"
                            + " of an array of variables; work on a copy: "
                            + shared.field().name() + ".clone()"));
        } else if (finding instanceof Influence.NoInfluence none) {
            String message = "nothing that method " + parsed.method().getSimpleName() + " computes depends on "
                    + none.variable().name() + ", so its derivative is 0; leave it out of wrt";
            warn(new Problem(Tag.UNUSED, false, message, new Problem.AtElement(parsed.method())));
        }
    }

    private Problem problem(Tag tag, boolean isError, Object read, String message) {
        ExecutableElement method = parsed.method();
        Map<Object, Problem.InTree> origins = parsed.origins();
        Optional<Problem.Place> place = Optional.ofNullable(origins.get(read));
        return new Problem(tag, isError, message, place.orElseGet(() -> new Problem.AtElement(method)));
    }

    /** Tells what is legal and most likely not meant, unless the method says that it is. */
    private void warn(Problem problem) {
        SuppressWarnings suppressed = parsed.method().getAnnotation(SuppressWarnings.class);
        String name = problem.tag().toString().replaceAll("[\\[\\]]", "");
        if (suppressed == null || !List.of(suppressed.value()).contains(name)) {
            add(problem);
        }
    }

    private void add(Problem problem) {
        problems.add(problem);
    }
}
