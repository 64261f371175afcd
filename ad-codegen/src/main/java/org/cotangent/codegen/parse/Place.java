package org.cotangent.codegen.parse;

import com.sun.source.tree.Tree;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** What can stand on the left of an assignment, its parts evaluated. */
sealed interface Place {

    JavaType type();

    Value read();

    /** Writes a value of the place's type. */
    void write(Value value, Writer writer);

    /** The same place, whatever evaluating the right side changes. */
    Place kept(Reading reading, Tree right);

    /** The same place, whatever writing to it changes: it can be read afterwards. */
    Place readable(Writer writer);

    /** A variable. */
    record Local(Value registers) implements Place {

        @Override
        public JavaType type() {
            return registers.type();
        }

        @Override
        public Value read() {
            return registers;
        }

        @Override
        public void write(Value value, Writer writer) {
            List<Expr> targets = registers.parts().toList();
            List<Expr> parts = value.parts().toList();
            if (targets.size() > 1) {
                // A component may be computed from another that is written first.
                parts = parts.stream()
                        .map(part -> writer.fixed("component", part))
                        .toList();
            }
            for (int i = 0; i < targets.size(); i++) {
                writer.set((Variable) targets.get(i), parts.get(i));
            }
        }

        @Override
        public Place kept(Reading reading, Tree right) {
            return this;
        }

        @Override
        public Place readable(Writer writer) {
            return this;
        }
    }

    /** An element of an array, or a row. */
    record Element(Value.Plain array, Expr index) implements Place {

        @Override
        public JavaType.Plain type() {
            return array.type().component();
        }

        @Override
        public Value read() {
            return Value.of(type(), array.expr().at(index));
        }

        @Override
        public void write(Value value, Writer writer) {
            writer.add(new Statement.Store(array.expr(), index, ((Value.Plain) value).expr()));
        }

        @Override
        public Place kept(Reading reading, Tree right) {
            Expr keptArray = reading.kept("array", array.expr(), right);
            return new Element(Value.of(array.type(), keptArray), reading.kept("index", index, right));
        }

        @Override
        public Place readable(Writer writer) {
            Expr readArray = apart("array", array.expr(), writer);
            return new Element(Value.of(array.type(), readArray), apart("index", index, writer));
        }

        /** An index may be read from the very element that is written. */
        private static Expr apart(String name, Expr part, Writer writer) {
            return Stability.isOfNoElement(part) ? part : writer.kept(name, part);
        }
    }
}
