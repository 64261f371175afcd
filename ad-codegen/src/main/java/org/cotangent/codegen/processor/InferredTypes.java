package org.cotangent.codegen.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.cotangent.codegen.parse.Problems;
import org.cotangent.codegen.parse.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables whose type javac has inferred from a companion that is not written yet. To read a
 * method, javac has to attribute the whole class around it; it forgets what it found before it
 * compiles the class, except for inferred types of variables (seen in 17 and 25), and then fails.
 */
final class InferredTypes extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final Pattern INFERRED = Pattern.compile("var\\b");

    private final Trees trees;
    private final CompilationUnitTree file;
    private final Set<String> companions;
    private final CharSequence text;
    private final Map<VariableTree, Set<String>> unknown = new LinkedHashMap<>();
    private Set<String> mentioned = new TreeSet<>();

    private InferredTypes(Trees trees, CompilationUnitTree file, Set<String> companions) {
        this.trees = trees;
        this.file = file;
        this.companions = companions;
        this.text = text(file);
    }

    /**
     * Adds an error for each.
     *
     * @param type a class that javac has attributed
     * @param companions simple names of the classes that are being written
     */
    static void check(TypeElement type, Trees trees, Set<String> companions, Problems problems) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        Optional<TreePath> path = Optional.ofNullable(trees.getPath(outermost));
        path.ifPresent(found -> {
            InferredTypes search = new InferredTypes(trees, found.getCompilationUnit(), companions);
            search.scan(found, null);
            if (!search.mentioned.isEmpty()) {
                search.tell(found.getLeaf() instanceof ClassTree read ? read.getSimpleName() : "", problems);
            }
        });
    }

    private void tell(CharSequence read, Problems problems) {
        unknown.forEach((variable, own) -> problems.error(
                Tag.TYPE,
                variable,
                file,
                "the type of " + variable.getName() + " cannot be inferred in the file of " + read
                        + ", which is read before " + String.join(", ", own.isEmpty() ? mentioned : own)
                        + (own.size() == 1 || own.isEmpty() && mentioned.size() == 1 ? " is" : " are")
                        + " written; write the type out, or use the derivatives in another file"));
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void none) {
        if (companions.contains(node.getName().toString())) {
            mentioned.add(node.getName().toString());
        }
        return super.visitIdentifier(node, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void none) {
        Optional<Element> element = Optional.ofNullable(trees.getElement(getCurrentPath()));
        Set<String> before = mentioned;
        mentioned = new TreeSet<>();
        super.visitVariable(node, null);
        if (isInferred(node) && element.filter(e -> isUnknown(e.asType())).isPresent()) {
            unknown.put(node, mentioned);
        }
        before.addAll(mentioned);
        mentioned = before;
        return null;
    }

    /** Whether the type is none that stands in the file; javac 17 tells no place for it, javac 25 that of the name. */
    private boolean isInferred(VariableTree node) {
        if (node.getType() == null || node.getType() instanceof ErroneousTree) {
            return true;
        }
        int start = (int) trees.getSourcePositions().getStartPosition(file, node.getType());
        return start < 0
                || (start < text.length()
                        && INFERRED.matcher(text).region(start, text.length()).lookingAt())
                || isAt(start, node.getName().toString());
    }

    private boolean isAt(int start, String name) {
        return text.length() >= start + name.length()
                && text.subSequence(start, start + name.length()).toString().equals(name);
    }

    private static CharSequence text(CompilationUnitTree file) {
        try {
            return file.getSourceFile().getCharContent(true);
        } catch (IOException unreadable) {
            // javac has read it before; without its text a few variables are not told apart.
            return "";
        }
    }

    private static boolean isUnknown(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isUnknown(array.getComponentType());
        }
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(InferredTypes::isUnknown));
    }
}
