package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Expr;

/** What an expression of Java gives: an expression of the representation, or one for each component. */
sealed interface Value {

    JavaType type();

    /** What it consists of, in order. */
    Stream<Expr> parts();

    /** A value of the same type made of other parts. */
    Value map(UnaryOperator<Expr> change);

    /** A number, a boolean or an array. */
    record Plain(JavaType.Plain type, Expr expr) implements Value {

        @Override
        public Stream<Expr> parts() {
            return Stream.of(expr);
        }

        @Override
        public Plain map(UnaryOperator<Expr> change) {
            return new Plain(type, change.apply(expr));
        }
    }

    /** A record. */
    record OfRecord(JavaType.OfRecord type, List<Value> components) implements Value {

        public OfRecord {
            components = List.copyOf(components);
        }

        @Override
        public Stream<Expr> parts() {
            return components.stream().flatMap(Value::parts);
        }

        @Override
        public OfRecord map(UnaryOperator<Expr> change) {
            return new OfRecord(
                    type, components.stream().map(c -> c.map(change)).toList());
        }

        Value component(String name) {
            for (int i = 0; i < components.size(); i++) {
                if (type.fields().get(i).name().equals(name)) {
                    return components.get(i);
                }
            }
            throw new IllegalArgumentException(
                    "record " + type + " has no component " + name + ", expected one of " + type.fields());
        }
    }

    static Plain of(JavaType.Plain type, Expr expr) {
        return new Plain(type, expr);
    }

    /** A value put together from its parts. */
    static Value of(JavaType type, Iterator<? extends Expr> parts) {
        if (type instanceof JavaType.OfRecord ofRecord) {
            List<Value> components = new ArrayList<>();
            ofRecord.fields().forEach(field -> components.add(of(field.type(), parts)));
            return new OfRecord(ofRecord, components);
        }
        return new Plain((JavaType.Plain) type, parts.next());
    }
}
