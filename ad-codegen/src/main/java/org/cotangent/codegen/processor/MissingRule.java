package org.cotangent.codegen.processor;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.UndifferentiableCallException;
import org.cotangent.codegen.parse.Problem;
import org.cotangent.codegen.parse.RuleLines;
import org.cotangent.codegen.parse.Tag;

/** Tells that a derivative needs a rule that a routine does not have. */
final class MissingRule {

    private MissingRule() {}

    /**
     * The error.
     *
     * @param method whose derivatives were asked for
     * @param place of the call, if it stands in the source
     */
    static Problem told(UndifferentiableCallException call, ExecutableElement method, Optional<Problem.InTree> place) {
        External routine = call.routine();
        String message = "the derivatives of " + method.getSimpleName() + " need that of method " + routine.name()
                + " by " + call.inputs() + ", and " + call.reason() + "; " + remedy(call) + "; or leave out the forms"
                + " that need it: forms of @Differentiable";
        return new Problem(
                Tag.RULE,
                true,
                message,
                place.<Problem.Place>map(found -> found).orElseGet(() -> new Problem.AtElement(method)));
    }

    private static String remedy(UndifferentiableCallException call) {
        External routine = call.routine();
        RuleLines lines = RuleLines.of(routine);
        boolean hasRules = !routine.adjoints().isEmpty()
                || !routine.tangents().isEmpty()
                || !routine.partials().isEmpty();
        if (!hasRules) {
            return "give rules to a method of this project that calls it, and call that: see DerivativeOf";
        }
        return "write a rule: " + (call.missing() == Derivation.Kind.ADJOINT ? lines.adjoint() : lines.tangent());
    }
}
