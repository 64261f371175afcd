package org.cotangent.codegen.processor;

import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.codegen.parse.MethodParser;
import org.cotangent.codegen.parse.Problems;

/** Checks the rules of a class for derivatives of routines. */
final class RuleCheck {

    private final Trees trees;
    private final MethodParser parser;
    private final Set<String> companions;
    private final Problems problems;

    /**
     * @param companions simple names of the classes that are being written
     * @param problems receives what is wrong
     */
    RuleCheck(Trees trees, ProcessingEnvironment environment, Set<String> companions, Problems problems) {
        this.trees = trees;
        this.parser = new MethodParser(trees, environment.getElementUtils());
        this.companions = companions;
        this.problems = problems;
    }

    /**
     * Checks a class.
     *
     * @return false if its rules use classes that are still to be written, or that javac will miss
     */
    boolean of(TypeElement type) {
        List<ExecutableElement> rules = DifferentiableProcessor.annotated(type, DerivativeOf.class);
        boolean isComplete = rules.stream().noneMatch(rule -> Unresolved.inRule(rule, trees));
        if (isComplete) {
            parser.check(rules, problems);
        }
        InferredTypes.check(type, trees, companions, problems);
        return isComplete;
    }
}
