package org.cotangent.codegen.parse;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.cotangent.ad.expr.Type;

/** A type of Java that programs can hold: numbers, booleans, arrays of them, and records of these. */
sealed interface JavaType {

    /** The types of the registers that hold a value of this type. */
    Stream<Type> registers();

    /**
     * A number, a boolean, or an array of them.
     *
     * @param kind of the number, or of the array's innermost component
     * @param rank 0 for a scalar
     */
    record Plain(Type.Kind kind, int rank) implements JavaType {

        static final Plain BOOLEAN = new Plain(Type.Kind.BOOLEAN, 0);
        static final Plain INT = new Plain(Type.Kind.INT, 0);
        static final Plain LONG = new Plain(Type.Kind.LONG, 0);
        static final Plain FLOAT = new Plain(Type.Kind.FLOAT, 0);
        static final Plain DOUBLE = new Plain(Type.Kind.DOUBLE, 0);

        /** The type of the register: a float is held as a double. */
        Type register() {
            return rank == 0 && kind == Type.Kind.FLOAT ? Type.DOUBLE : new Type(kind, rank);
        }

        @Override
        public Stream<Type> registers() {
            return Stream.of(register());
        }

        boolean isArray() {
            return rank > 0;
        }

        boolean isNumber() {
            return rank == 0 && kind != Type.Kind.BOOLEAN;
        }

        boolean isReal() {
            return rank == 0 && (kind == Type.Kind.DOUBLE || kind == Type.Kind.FLOAT);
        }

        boolean isInteger() {
            return rank == 0 && (kind == Type.Kind.INT || kind == Type.Kind.LONG);
        }

        Plain component() {
            return new Plain(kind, rank - 1);
        }

        /** As in Java source. */
        @Override
        public String toString() {
            return kind.name().toLowerCase(java.util.Locale.ROOT) + "[]".repeat(rank);
        }
    }

    /**
     * A record, held as its components.
     *
     * @param element its declaration
     * @param fields its components
     */
    record OfRecord(TypeElement element, List<Field> fields) implements JavaType {

        public OfRecord {
            fields = List.copyOf(fields);
        }

        @Override
        public Stream<Type> registers() {
            return fields.stream().flatMap(field -> field.type().registers());
        }

        @Override
        public String toString() {
            return element.getSimpleName().toString();
        }
    }

    /** A component of a record. */
    record Field(String name, JavaType type) {}
}
