package org.cotangent.codegen.parse;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A method that is read from source.
 *
 * @param method its declaration
 * @param name of its procedure
 * @param parameters their types
 * @param result its type; empty for void
 * @param path to its source
 */
record Signature(
        ExecutableElement method, String name, List<JavaType> parameters, Optional<JavaType> result, TreePath path) {

    Signature {
        parameters = List.copyOf(parameters);
    }

    MethodTree tree() {
        return (MethodTree) path.getLeaf();
    }
}
