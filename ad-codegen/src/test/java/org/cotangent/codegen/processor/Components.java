package org.cotangent.codegen.processor;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** What arguments consist of: their real numbers in flat order, and copies with other ones. */
final class Components {

    private Components() {}

    /** The real numbers of an argument, in order. */
    static List<Double> reals(Object argument) {
        List<Double> reals = new ArrayList<>();
        copy(argument, x -> {
            reals.add(x);
            return x;
        });
        return reals;
    }

    /** A deep copy of an argument. */
    static Object copy(Object argument) {
        return copy(argument, x -> x);
    }

    /** A deep copy with every real number replaced, in order. */
    static Object copy(Object argument, DoubleUnaryOperator replace) {
        if (argument instanceof Double real) {
            return replace.applyAsDouble(real);
        }
        if (argument instanceof Float real) {
            return (float) replace.applyAsDouble(real);
        }
        if (argument.getClass().isArray()) {
            return copiedArray(argument, replace);
        }
        if (argument instanceof Record whole) {
            return record(
                    whole.getClass(),
                    parts(whole).stream().map(part -> copy(part, replace)).toArray());
        }
        return argument;
    }

    private static Object copiedArray(Object array, DoubleUnaryOperator replace) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().componentType(), length);
        for (int i = 0; i < length; i++) {
            Array.set(copy, i, copy(Array.get(array, i), replace));
        }
        return copy;
    }

    /** The scalars and arrays of an argument: itself, or the components of a record, flattened. */
    static List<Object> flat(Object argument) {
        return argument instanceof Record whole
                ? parts(whole).stream().flatMap(part -> flat(part).stream()).toList()
                : List.of(argument);
    }

    private static List<Object> parts(Record whole) {
        return Arrays.stream(whole.getClass().getRecordComponents())
                .map(component -> component(whole, component.getAccessor()))
                .toList();
    }

    private static Object component(Record whole, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** Makes a record. */
    static Object record(Class<?> type, Object... components) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown.getCause());
        } catch (ReflectiveOperationException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** The lengths of a rectangular array, outermost first. */
    static List<Integer> lengths(Object array) {
        List<Integer> lengths = new ArrayList<>();
        Object inner = array;
        while (inner.getClass().isArray()) {
            lengths.add(Array.getLength(inner));
            if (Array.getLength(inner) == 0 || inner.getClass().componentType().isPrimitive()) {
                break;
            }
            inner = Array.get(inner, 0);
        }
        return lengths;
    }

    /** Whether numbers of a type carry derivatives. */
    static boolean carriesDerivatives(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).anyMatch(c -> carriesDerivatives(c.getType()));
        }
        return type.isArray()
                ? carriesDerivatives(type.componentType())
                : Set.of(double.class, Double.class, float.class, Float.class).contains(type);
    }

    /** Doubles in the shape of a number or an array. */
    static Object shadow(Object part, PrimitiveIterator.OfDouble numbers) {
        if (!part.getClass().isArray()) {
            return numbers.nextDouble();
        }
        int length = Array.getLength(part);
        boolean vector = part.getClass().componentType().isPrimitive();
        Object[] rows = new Object[length];
        Arrays.setAll(rows, i -> shadow(Array.get(part, i), numbers));
        Class<?> rowType = vector ? double.class : shadowType(part.getClass().componentType());
        Object shadow = Array.newInstance(rowType, length);
        for (int i = 0; i < length; i++) {
            Array.set(shadow, i, rows[i]);
        }
        return shadow;
    }

    private static Class<?> shadowType(Class<?> array) {
        return array.isArray() ? shadowType(array.componentType()).arrayType() : double.class;
    }

    static PrimitiveIterator.OfDouble zeros() {
        return DoubleStream.generate(() -> 0).iterator();
    }
}
