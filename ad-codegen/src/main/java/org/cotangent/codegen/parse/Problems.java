package org.cotangent.codegen.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Collects what is to be told, so that all of it is told at once. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds an error in a source file. */
    public void error(Tag tag, Tree tree, CompilationUnitTree file, String message) {
        add(new Problem(tag, true, message, new Problem.InTree(tree, file)));
    }

    /** Adds an error about a declaration. */
    public void error(Tag tag, Element element, String message) {
        add(new Problem(tag, true, message, new Problem.AtElement(element)));
    }

    /** Adds a warning in a source file. */
    public void warning(Tag tag, Tree tree, CompilationUnitTree file, String message) {
        add(new Problem(tag, false, message, new Problem.InTree(tree, file)));
    }

    /** Adds a warning about a declaration. */
    public void warning(Tag tag, Element element, String message) {
        add(new Problem(tag, false, message, new Problem.AtElement(element)));
    }

    /**
     * Adds something, unless it is there already: helpers that several methods call are read several
     * times, and what is wrong with them is told once.
     *
     * @return whether it was not there
     */
    public boolean add(Problem problem) {
        return found.stream().noneMatch(problem::isSame) && found.add(problem);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** Everything that was added, in order. */
    public List<Problem> all() {
        return List.copyOf(found);
    }
}
