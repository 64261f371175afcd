package org.cotangent.ad;

import java.util.Objects;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;

/**
 * A value for a variable of a graph that is not differentiated by: observations, settings. Values
 * are copied.
 */
public final class Data {

    private final Variable variable;
    private final Object value;

    private Data(Variable variable, Object value) {
        this.variable = variable;
        this.value = value;
    }

    /**
     * Binds a vector variable.
     *
     * @param values as many as the vector has elements, if that is fixed; copied
     * @throws IllegalArgumentException if the vector is not a variable or the length is wrong
     */
    public static Data of(VectorExpr vector, double... values) {
        Variable variable = Inputs.variable(vector);
        Objects.requireNonNull(values, () -> "values of vector " + variable.name() + " are null, expected an array");
        Inputs.fixedLength(vector).ifPresent(length -> {
            if (length != values.length) {
                throw new IllegalArgumentException(
                        "values of vector " + variable.name() + " are " + values.length + ", expected " + length
                                + " (its length); pass as many, or leave the length of the vector out");
            }
        });
        return new Data(variable, values.clone());
    }

    /**
     * Binds a real variable.
     *
     * @throws IllegalArgumentException if the variable is of another type
     */
    public static Data of(Variable scalar, double value) {
        requireType(scalar, Type.DOUBLE);
        return new Data(scalar, value);
    }

    /**
     * Binds an int variable, or a real one to a whole number.
     *
     * @throws IllegalArgumentException if the variable is of another type
     */
    public static Data of(Variable scalar, int value) {
        requireVariable(scalar);
        if (scalar.type().equals(Type.DOUBLE)) {
            return of(scalar, (double) value);
        }
        requireType(scalar, Type.INT);
        return new Data(scalar, value);
    }

    private static void requireVariable(Variable variable) {
        Objects.requireNonNull(variable, "variable is null, expected one made by Graph.scalar or Graph.integer");
    }

    private static void requireType(Variable variable, Type type) {
        requireVariable(variable);
        if (!variable.type().equals(type)) {
            throw new IllegalArgumentException("variable " + variable + " is of type " + variable.type() + ", expected "
                    + type + "; bind a value of the variable's own type");
        }
    }

    Variable variable() {
        return variable;
    }

    Object value() {
        return value;
    }
}
