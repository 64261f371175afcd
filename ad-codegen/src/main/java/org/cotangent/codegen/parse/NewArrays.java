package org.cotangent.codegen.parse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Reads expressions that make arrays. */
final class NewArrays {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Writer writer;

    NewArrays(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
        this.writer = reading.writer();
    }

    Value.Plain read(NewArrayTree node) {
        JavaType.Plain type = reading.type(node)
                .flatMap(JavaTypes::plain)
                .orElseThrow(() ->
                        reading.refuse(Tag.TYPE, node, "an array of another type is made, " + JavaTypes.expected()));
        return read(node, Variable.of("array", type.register()), type);
    }

    /** Makes an array and lets a variable refer to it. */
    Value.Plain read(NewArrayTree node, Variable target, JavaType.Plain type) {
        if (node.getInitializers() != null) {
            return initialised(node.getInitializers(), target, type);
        }
        List<Expr> lengths = new ArrayList<>();
        List<? extends ExpressionTree> dimensions = node.getDimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            Tree[] later = dimensions.subList(i + 1, dimensions.size()).toArray(Tree[]::new);
            Value.Plain length = expressions.before(dimensions.get(i), later);
            lengths.add(reading.number(length, JavaType.Plain.INT.kind(), node).expr());
        }
        writer.add(new Statement.Allocate(target, lengths));
        return Value.of(type, target);
    }

    private Value.Plain initialised(List<? extends ExpressionTree> elements, Variable target, JavaType.Plain type) {
        writer.add(new Statement.Allocate(target, List.of(Expr.constant(elements.size()))));
        int i = 0;
        for (ExpressionTree tree : elements) {
            Value element = reading.converted(expressions.read(tree), type.component(), tree);
            new Place.Element(Value.of(type, target), Expr.constant(i)).write(element, writer);
            i++;
        }
        return Value.of(type, target);
    }
}
