package org.cotangent.codegen.emit;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/** What a parameter of a function consists of: one value, or the components of a record. */
public sealed interface Structure permits Structure.Single, Structure.Composite {

    /** The values it consists of, in order, with where they are found. */
    List<Place> places(String access);

    /** The records in it, outer ones first, as Java text that reads them. */
    List<String> records(String access);

    /** Java text, for a line of some code, that makes it from texts for its values. */
    String made(Code code, Function<Single, String> values);

    /** Its type as people declare it. */
    TypeName type();

    /**
     * A value inside a parameter.
     *
     * @param single the value
     * @param access Java text that reads it
     */
    record Place(Single single, String access) {}

    /**
     * A scalar or an array.
     *
     * @param variable the parameter of the program
     * @param length of an array, if it is the same for every object of the function
     * @param isFloat whether people declare a scalar as {@code float}
     */
    record Single(Variable variable, OptionalInt length, boolean isFloat) implements Structure {

        /** A value whose length, if it has one, is known only when an object is made. */
        public static Single of(Variable variable) {
            return new Single(variable, OptionalInt.empty(), false);
        }

        boolean isArray() {
            return variable.type().isArray();
        }

        /** Whether it can carry derivatives. */
        boolean isDifferentiable() {
            return variable.type().isDifferentiable();
        }

        /** Whether elements are stored as floats. */
        boolean isOfFloats() {
            return isFloat || variable.type().kind() == Type.Kind.FLOAT;
        }

        @Override
        public List<Place> places(String access) {
            return List.of(new Place(this, access));
        }

        @Override
        public List<String> records(String access) {
            return List.of();
        }

        @Override
        public String made(Code code, Function<Single, String> values) {
            return values.apply(this);
        }

        @Override
        public TypeName type() {
            return isFloat ? TypeName.FLOAT : Code.type(variable.type());
        }
    }

    /**
     * A record.
     *
     * @param binaryName of its class, such as {@code com.acme.Outer$Pose}
     * @param members its components
     */
    record Composite(String binaryName, List<Member> members) implements Structure {

        public Composite {
            members = List.copyOf(members);
        }

        @Override
        public List<Place> places(String access) {
            return members.stream()
                    .flatMap(member -> member.structure().places(member.of(access)).stream())
                    .toList();
        }

        @Override
        public List<String> records(String access) {
            List<String> all = new ArrayList<>(List.of(access));
            members.forEach(member -> all.addAll(member.structure().records(member.of(access))));
            return all;
        }

        @Override
        public String made(Code code, Function<Single, String> values) {
            List<String> arguments = members.stream()
                    .map(member -> member.structure().made(code, values))
                    .toList();
            return "new " + code.type(binaryName) + "(" + String.join(",$W", arguments) + ")";
        }

        @Override
        public TypeName type() {
            return Code.className(binaryName);
        }
    }

    /**
     * A component of a record.
     *
     * @param name as declared
     */
    record Member(String name, Structure structure) {

        private String of(String access) {
            return access + "." + ExpressionPrinter.escaped(name) + "()";
        }
    }
}
