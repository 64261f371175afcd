package org.cotangent.ad;

import java.util.Arrays;
import java.util.Objects;
import org.cotangent.ad.expr.MatrixExpr;
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
        requireElements(variable, Type.DOUBLES);
        Objects.requireNonNull(values, () -> "values of vector " + variable.name() + " are null, expected an array");
        requireLength(vector, variable, values.length);
        return new Data(variable, values.clone());
    }

    /**
     * Binds a vector of ints.
     *
     * @param values as many as the vector has elements, if that is fixed; copied
     * @throws IllegalArgumentException if the vector is not a variable, not one of ints, or the length
     *     is wrong
     */
    public static Data of(VectorExpr indices, int... values) {
        Variable variable = Inputs.variable(indices);
        Objects.requireNonNull(values, () -> "values of vector " + variable.name() + " are null, expected an array");
        if (variable.type().equals(Type.DOUBLES)) {
            return of(indices, Arrays.stream(values).asDoubleStream().toArray());
        }
        requireElements(variable, Type.INTS);
        requireLength(indices, variable, values.length);
        return new Data(variable, values.clone());
    }

    /**
     * Binds a matrix variable.
     *
     * @param rows as many as the matrix has rows, if that is fixed, each as long as it has columns;
     *     copied
     * @throws IllegalArgumentException if the matrix is not a variable or the shape is wrong
     */
    public static Data of(MatrixExpr matrix, double[][] rows) {
        Variable variable = Inputs.variable(matrix);
        Objects.requireNonNull(rows, () -> "rows of matrix " + variable.name() + " are null, expected an array");
        int columns = Inputs.fixed(matrix.columns()).orElseThrow();
        double[] flat = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            int number = i;
            Objects.requireNonNull(row, () -> "row " + number + " of matrix " + variable.name() + " is null");
            if (row.length != columns) {
                throw new IllegalArgumentException("row " + i + " of matrix " + variable.name() + " has " + row.length
                        + " elements, expected " + columns + " (its columns)");
            }
            System.arraycopy(row, 0, flat, i * columns, columns);
        }
        Inputs.fixed(matrix.rows()).ifPresent(count -> {
            if (count != rows.length) {
                throw new IllegalArgumentException("matrix " + variable.name() + " is given " + rows.length
                        + " rows, expected " + count + "; pass as many, or leave the number of rows out");
            }
        });
        return new Data(variable, flat);
    }

    private static void requireElements(Variable variable, Type type) {
        if (!variable.type().equals(type)) {
            throw new IllegalArgumentException("vector " + variable.name() + " is of type " + variable.type()
                    + ", expected " + type + "; bind values of the vector's own type");
        }
    }

    private static void requireLength(VectorExpr vector, Variable variable, int given) {
        Inputs.fixedLength(vector).ifPresent(length -> {
            if (length != given) {
                throw new IllegalArgumentException(
                        "values of vector " + variable.name() + " are " + given + ", expected " + length
                                + " (its length); pass as many, or leave the length of the vector out");
            }
        });
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
