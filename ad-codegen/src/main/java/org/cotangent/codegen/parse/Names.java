package org.cotangent.codegen.parse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Reads what names stand for: variables, constants, lengths, components of records. */
final class Names {

    private final Reading reading;
    private final ExpressionReader expressions;

    Names(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    Value read(ExpressionTree tree) {
        if (tree instanceof MemberSelectTree select) {
            if (select.getIdentifier().contentEquals("length") && isArray(select.getExpression())) {
                return Value.of(
                        JavaType.Plain.INT,
                        expressions.plain(select.getExpression()).expr().length());
            }
            VariableElement field = variable(tree);
            if (!field.getModifiers().contains(Modifier.STATIC)) {
                return component(select, field);
            }
            return constant(field, tree);
        }
        VariableElement variable = variable(tree);
        return variable.getKind().isField() ? constant(variable, tree) : reading.local(variable);
    }

    private boolean isArray(ExpressionTree tree) {
        return reading.type(tree)
                .filter(type -> type.getKind() == javax.lang.model.type.TypeKind.ARRAY)
                .isPresent();
    }

    /** The variable that a name refers to. */
    VariableElement variable(Tree tree) {
        Element element = reading.element(tree)
                .orElseThrow(() -> reading.refuse(
                        Tag.UNSUPPORTED, tree, "\"" + reading.file().text(tree) + "\" is not known to the compiler"));
        if (element instanceof VariableElement variable) {
            return variable;
        }
        throw reading.refuse(
                Tag.UNSUPPORTED,
                tree,
                "\"" + reading.file().text(tree) + "\" is a "
                        + element.getKind().name().toLowerCase(java.util.Locale.ROOT)
                        + ", expected a variable or a constant");
    }

    private Value component(MemberSelectTree select, VariableElement field) {
        String name = field.getSimpleName().toString();
        if (reading.type(select.getExpression()).flatMap(JavaTypes::of).isPresent()
                && expressions.read(select.getExpression()) instanceof Value.OfRecord ofRecord) {
            return ofRecord.component(name);
        }
        throw reading.refuse(
                Tag.FIELD, select, "field " + name + " of an object is read; pass its value as an argument");
    }

    private Value constant(VariableElement field, Tree tree) {
        String name = field.getSimpleName().toString();
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            throw reading.refuse(
                    Tag.FIELD, tree, "field " + name + " of an object is read; pass its value as an argument");
        }
        Object value = field.getConstantValue();
        if (value == null) {
            return reading.constants().read(field, tree);
        }
        return Literals.of(value)
                .orElseThrow(() -> reading.refuse(
                        Tag.STRING,
                        tree,
                        "constant " + name + " is a string, which is understood in messages of exceptions only"));
    }
}
