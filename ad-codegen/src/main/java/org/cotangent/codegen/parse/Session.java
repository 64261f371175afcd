package org.cotangent.codegen.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.util.Elements;

/** What the reading of one annotated method, with all methods it calls, has in common. */
final class Session {

    private final Trees trees;
    private final Elements elements;
    private final Problems problems;
    private final Procedures procedures;
    private final Routines routines;
    private final Map<CompilationUnitTree, SourceFile> files = new HashMap<>();
    private final Map<Object, Problem.InTree> origins = new HashMap<>();

    Session(Trees trees, Elements elements, Problems problems) {
        this.trees = trees;
        this.elements = elements;
        this.problems = problems;
        this.procedures = new Procedures(trees, problems);
        this.routines = new Routines(elements, procedures::unused);
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
