package org.cotangent.ad.eval;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.cotangent.ad.expr.Type;

/** The Java classes of array types. */
final class ArrayTypes {

    private ArrayTypes() {}

    /** The class of values of an array type. */
    static Class<?> of(Type type) {
        Class<?> result = switch (type.kind()) {
            case BOOLEAN -> boolean.class;
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
        };
        for (int i = 0; i < type.rank(); i++) {
            result = result.arrayType();
        }
        return result;
    }

    /** A new array filled with zeros; lengths left out give empty places, as in Java. */
    static Object create(Type type, int[] lengths) {
        if (lengths.length == 1 && type.equals(Type.DOUBLES)) {
            return new double[lengths[0]];
        }
        Class<?> component = of(type);
        for (int i = 0; i < lengths.length; i++) {
            component = component.componentType();
        }
        return Array.newInstance(component, lengths);
    }

    /** An array of doubles of the shape of another array. */
    static Object zerosLike(Object array) {
        int length = Array.getLength(array);
        if (!(array instanceof Object[] rows)) {
            return new double[length];
        }
        Class<?> rowClass = array.getClass().componentType();
        int rank = 0;
        while (rowClass.isArray()) {
            rowClass = rowClass.componentType();
            rank++;
        }
        Object[] zeros = (Object[]) create(new Type(Type.Kind.DOUBLE, rank + 1), new int[] {length});
        for (int i = 0; i < length; i++) {
            zeros[i] = zerosLike(rows[i]);
        }
        return zeros;
    }

    /** Whether all elements of an array of doubles are 0. */
    static boolean isZero(Object array) {
        return array instanceof Object[] rows
                ? Arrays.stream(rows).allMatch(ArrayTypes::isZero)
                : Arrays.stream((double[]) array).allMatch(x -> x == 0);
    }

    /** Sets all elements of an array of doubles to 0. */
    static void clear(Object array) {
        if (array instanceof Object[] rows) {
            Arrays.stream(rows).forEach(ArrayTypes::clear);
        } else {
            Arrays.fill((double[]) array, 0);
        }
    }

    /** Requires an array of imaginary parts to have the shape of the array of real parts. */
    static void requireSameShape(String name, Object re, Object im) {
        if (Array.getLength(re) != Array.getLength(im)) {
            throw new IllegalArgumentException("imaginary parts of argument " + name + " have length "
                    + Array.getLength(im) + ", expected " + Array.getLength(re) + " as the real parts have");
        }
        if (re instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                requireSameShape(name + "[" + i + "]", rows[i], ((Object[]) im)[i]);
            }
        }
    }
}
