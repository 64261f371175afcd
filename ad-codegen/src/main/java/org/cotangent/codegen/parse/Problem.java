package org.cotangent.codegen.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;

/**
 * Something to tell the author of a method, and where.
 *
 * @param tag what it is about
 * @param isError whether no derivative can be written because of it
 * @param message what happened, what was expected, what to do
 * @param place what it is about
 */
public record Problem(Tag tag, boolean isError, String message, Place place) {

    /** Where a problem lies. */
    public sealed interface Place {}

    /** A part of a source file. */
    public record InTree(Tree tree, CompilationUnitTree file) implements Place {}

    /** A declaration. */
    public record AtElement(Element element) implements Place {}

    /** With the tag before the message. */
    public String text() {
        return tag + " " + message;
    }
}
