package org.cotangent.codegen.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Something to tell the author of a method, and where.
 *
 * @param tag what it is about
 * @param isError whether no derivative can be written because of it
 * @param message what happened, what was expected, what to do
 * @param place what it is about
 * @param reachedFrom the annotated method that comes to it by calls, if it is not its own
 */
public record Problem(Tag tag, boolean isError, String message, Place place, Optional<String> reachedFrom) {

    /** A problem of an annotated method itself. */
    public Problem(Tag tag, boolean isError, String message, Place place) {
        this(tag, isError, message, place, Optional.empty());
    }

    /** Where a problem lies. */
    public sealed interface Place {}

    /** A part of a source file. */
    public record InTree(Tree tree, CompilationUnitTree file) implements Place {}

    /** A declaration. */
    public record AtElement(Element element) implements Place {}

    /**
     * An element of an annotation.
     *
     * @param element what is annotated
     * @param annotation qualified name of the annotation's type
     * @param attribute the element of the annotation; it may be left out in the source
     */
    public record InAnnotation(Element element, String annotation, String attribute) implements Place {}

    /** With the tag before the message. */
    public String text() {
        return tag + " " + message
                + reachedFrom
                        .map(method -> " (called from the @Differentiable method " + method + ")")
                        .orElse("");
    }

    /** Whether another problem tells the same, whatever method it was found from. */
    boolean isSame(Problem other) {
        return tag == other.tag
                && isError == other.isError
                && message.equals(other.message)
                && place.equals(other.place);
    }
}
