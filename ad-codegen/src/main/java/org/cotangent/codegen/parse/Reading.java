package org.cotangent.codegen.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type.Kind;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** The state in which one method is read: its file, its variables, the statements so far. */
final class Reading {

    private final Session session;
    private final TreePath method;
    private final SourceFile file;
    private final Writer writer = new Writer();
    private final Map<Element, Value> locals = new HashMap<>();
    private final Effects effects;
    private final StaticFields constants;

    Reading(Session session, TreePath method) {
        this.session = session;
        this.method = method;
        this.file = session.file(method.getCompilationUnit());
        this.effects = new Effects(this);
        this.constants = new StaticFields(this);
    }

    Session session() {
        return session;
    }

    Writer writer() {
        return writer;
    }

    SourceFile file() {
        return file;
    }

    Effects effects() {
        return effects;
    }

    StaticFields constants() {
        return constants;
    }

    /** Reports an error; to be thrown. */
    Refused refuse(Tag tag, Tree tree, String message) {
        CompilationUnitTree unit = method.getCompilationUnit();
        session.problems()
                .add(new Problem(
                        tag,
                        true,
                        message,
                        new Problem.InTree(tree, unit),
                        session.procedures().reaching(method)));
        return new Refused();
    }

    /** Notes where something was read that may be asked about when activity is known. */
    void origin(Object read, Tree tree) {
        session.origin(read, new Problem.InTree(tree, method.getCompilationUnit()));
    }

    /** What a name or a call refers to. */
    Optional<Element> element(Tree tree) {
        return Optional.ofNullable(session.trees().getElement(path(tree)));
    }

    Optional<TypeMirror> type(Tree tree) {
        return Optional.ofNullable(session.trees().getTypeMirror(path(tree)));
    }

    /** A path that is as good as the true one: javac looks for the class around a tree only. */
    private TreePath path(Tree tree) {
        return new TreePath(method, tree);
    }

    /** Brings a variable into being. */
    void declare(Element element, Value registers) {
        locals.put(element, registers);
    }

    /** New registers for a variable. */
    Value declare(VariableElement element, JavaType type) {
        Value registers = registers(element.getSimpleName().toString(), type);
        declare(element, registers);
        return registers;
    }

    /** New registers that hold a value of a type. */
    static Value registers(String name, JavaType type) {
        if (type instanceof JavaType.OfRecord ofRecord) {
            List<Value> components = ofRecord.fields().stream()
                    .map(field -> registers(joined(name, field.name()), field.type()))
                    .toList();
            return new Value.OfRecord(ofRecord, components);
        }
        JavaType.Plain plain = (JavaType.Plain) type;
        return Value.of(plain, Variable.of(name, plain.register()));
    }

    private static String joined(String name, String component) {
        return name + Character.toUpperCase(component.charAt(0)) + component.substring(1);
    }

    /** What a variable holds; a variable whose declaration was refused has been told of. */
    Value local(Element element) {
        Value value = locals.get(element);
        if (value == null) {
            throw new Refused();
        }
        return value;
    }

    boolean isLocal(Element element) {
        return locals.containsKey(element);
    }

    /** The registers that evaluating something assigns. */
    Set<Variable> assigned(Tree tree) {
        return Scan.of(tree, this).assigned().stream()
                .filter(locals::containsKey)
                .flatMap(element -> local(element).parts())
                .map(Variable.class::cast)
                .collect(Collectors.toSet());
    }

    /** Puts a value into registers. */
    void assign(Value registers, Value value) {
        List<Expr> targets = registers.parts().toList();
        List<Expr> parts = value.parts().toList();
        for (int i = 0; i < targets.size(); i++) {
            writer.set((Variable) targets.get(i), parts.get(i));
        }
    }

    /** A value that stays what it is while other expressions are evaluated. */
    Value kept(Value value, Tree... later) {
        return value.map(part -> kept("value", part, later));
    }

    /** An expression that stays what it is while others are evaluated. */
    Expr kept(String name, Expr expression, Tree... later) {
        return Stability.of(expression, this, later) ? expression : writer.kept(name, expression);
    }

    /** A value as what a place of a type takes: numbers are converted. */
    Value converted(Value value, JavaType type, Tree tree) {
        if (value instanceof Value.Plain plain
                && type instanceof JavaType.Plain to
                && plain.type().isNumber()
                && to.isNumber()) {
            return number(plain, to.kind(), tree);
        }
        if (!value.type().equals(type)) {
            throw refuse(
                    Tag.TYPE,
                    tree,
                    "a " + value.type() + " is used as a " + type + "; use a variable of exactly that type");
        }
        return value;
    }

    /** A number as one of another kind. */
    Value.Plain number(Value.Plain value, Kind kind, Tree tree) {
        try {
            Expr converted = Conversions.convert(value.expr(), value.type().kind(), kind);
            if (converted.type().isInteger() && value.type().isReal()) {
                origin(converted, tree);
            }
            return Value.of(new JavaType.Plain(kind, 0), converted);
        } catch (Conversions.RoundsTwice twice) {
            throw refuse(
                    Tag.FLOAT,
                    tree,
                    "a long is made a float, which rounds once in Java and twice here; write"
                            + " (float) (double) if that is good enough");
        }
    }

    /** Quotes a statement of the source above what it becomes. */
    void quote(Tree tree) {
        writer.add(new Statement.Comment(file.text(tree), Optional.of(file.position(tree))));
    }
}
