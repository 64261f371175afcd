package org.cotangent.codegen.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/**
 * What the reading of one annotated method, with all methods it calls, has in common. The rules of
 * routines that it calls are read in sessions of their own, as programs of their own.
 */
final class Session {

    private final Trees trees;
    private final Elements elements;
    private final Problems problems;
    private final Procedures procedures;
    private final Routines routines;
    private final Visibility visibility;
    private final Handwritten handwritten;
    private final Map<CompilationUnitTree, SourceFile> files = new HashMap<>();
    private final Map<Object, Problem.InTree> origins;

    /** @param root the method whose derivatives are written, or a rule that is only checked */
    Session(Trees trees, Elements elements, Problems problems, ExecutableElement root) {
        this.trees = trees;
        this.elements = elements;
        this.problems = problems;
        this.procedures = new Procedures(trees, problems);
        this.routines = new Routines(elements, procedures::unused);
        this.origins = new HashMap<>();
        this.visibility = new Visibility(elements, root);
        this.handwritten = new Handwritten(this);
    }

    private Session(Session outer) {
        this.trees = outer.trees;
        this.elements = outer.elements;
        this.problems = outer.problems;
        this.procedures = new Procedures(trees, problems);
        this.routines = new Routines(elements, procedures::unused);
        this.origins = outer.origins;
        this.visibility = outer.visibility;
        this.handwritten = outer.handwritten;
    }

    /** A session for reading a rule that methods of this one need. */
    Session ofRule() {
        return new Session(this);
    }

    Trees trees() {
        return trees;
    }

    Elements elements() {
        return elements;
    }

    Problems problems() {
        return problems;
    }

    Procedures procedures() {
        return procedures;
    }

    Routines routines() {
        return routines;
    }

    /** What the class of derivatives can name. */
    Visibility visibility() {
        return visibility;
    }

    /** The routines with derivatives written by hand. */
    Handwritten handwritten() {
        return handwritten;
    }

    /** Notes where an expression or a call of external code was read first. */
    void origin(Object read, Problem.InTree place) {
        origins.putIfAbsent(read, place);
    }

    Map<Object, Problem.InTree> origins() {
        return origins;
    }

    SourceFile file(CompilationUnitTree unit) {
        return files.computeIfAbsent(unit, u -> SourceFile.of(u, trees));
    }
}
