package org.cotangent.codegen.processor;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how the arguments of a sample are made, one item for each parameter:
 *
 * <pre>
 * in 0.5..2         a random number
 * 3x4 in -1..1      a random array, rank as many as lengths
 * 7, 1.5, true, NaN a value
 * {1, {..}, ..}     an array, row by row, of values or random ones
 * (1, 3 in 0..1)    a record, component by component
 * out 5             the array that receives the values
 * </pre>
 */
final class Recipe {

    private static final String NUMBER = "-?[0-9.]*[0-9](?:e-?[0-9]+)?";
    private static final Pattern RANDOM = Pattern.compile("(?:([0-9x]+) +)?in (" + NUMBER + ")\\.\\.(" + NUMBER + ")");
    private static final Pattern OUTPUT = Pattern.compile("out ([0-9]+)");
    private static final Pattern VALUE = Pattern.compile("-?[\\w.+-]+");

    private final String text;
    private final SplittableRandom random;
    private int position;
    private int output = -1;

    private Recipe(String text, SplittableRandom random) {
        this.text = text;
        this.random = random;
    }

    /**
     * What a recipe makes.
     *
     * @param values for the parameters in order
     * @param output which of them receives the values of the function, or -1
     */
    record Arguments(Object[] values, int output) {}

    /** Makes the arguments for parameters of given types. */
    static Arguments arguments(String text, Class<?>[] types, SplittableRandom random) {
        Recipe recipe = new Recipe(text, random);
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = recipe.argument(i, types[i]);
            recipe.skip(i + 1 < types.length ? "," : "");
        }
        recipe.require(recipe.position == text.length(), "nothing more");
        return new Arguments(values, recipe.output);
    }

    private Object argument(int index, Class<?> type) {
        Matcher length = at(OUTPUT);
        if (!length.lookingAt()) {
            return item(type);
        }
        position = length.end();
        output = index;
        return new double[Integer.parseInt(length.group(1))];
    }

    private Object item(Class<?> type) {
        skip("");
        Matcher drawn = at(RANDOM);
        if (drawn.lookingAt()) {
            position = drawn.end();
            double low = Double.parseDouble(drawn.group(2));
            double high = Double.parseDouble(drawn.group(3));
            String lengths = drawn.group(1);
            return draw(type, lengths == null ? new String[0] : lengths.split("x"), 0, low, high);
        }
        if (text.startsWith("{", position)) {
            return array(type);
        }
        return type.isRecord() ? record(type) : value(type);
    }

    private Object draw(Class<?> type, String[] lengths, int depth, double low, double high) {
        require(type.isArray() == depth < lengths.length, "as many lengths as the rank");
        if (!type.isArray()) {
            return scalar(type, random.nextDouble(low, high), low, high);
        }
        Object array = Array.newInstance(type.componentType(), Integer.parseInt(lengths[depth]));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, draw(type.componentType(), lengths, depth + 1, low, high));
        }
        return array;
    }

    private Object scalar(Class<?> type, double drawn, double low, double high) {
        if (type == double.class) {
            return drawn;
        }
        if (type == float.class) {
            return (float) drawn;
        }
        long whole = random.nextLong((long) low, (long) high + 1);
        if (type == boolean.class) {
            return whole > 0;
        }
        return type == int.class ? (Object) (int) whole : (Object) whole;
    }

    private Object array(Class<?> type) {
        require(type.isArray(), "an item for " + type);
        List<Object> elements = new ArrayList<>();
        skip("{");
        while (!text.startsWith("}", position)) {
            elements.add(item(type.componentType()));
            skip(text.startsWith("}", position) ? "" : ",");
        }
        skip("}");
        Object array = Array.newInstance(type.componentType(), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    private Object record(Class<?> type) {
        skip("(");
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            values.add(item(component.getType()));
            skip(values.size() < type.getRecordComponents().length ? "," : ")");
        }
        return Components.record(type, values.toArray());
    }

    private Object value(Class<?> type) {
        Matcher value = at(VALUE);
        require(value.lookingAt(), "a value");
        position = value.end();
        String word = value.group();
        if (type == double.class) {
            return Double.valueOf(word);
        }
        if (type == float.class) {
            return Float.valueOf(word);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(word);
        }
        return type == int.class ? (Object) Integer.valueOf(word) : (Object) Long.valueOf(word);
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(position, text.length());
    }

    /** Passes blanks, a sign, and blanks. */
    private void skip(String sign) {
        blanks();
        require(text.startsWith(sign, position), sign);
        position += sign.length();
        blanks();
    }

    private void blanks() {
        while (text.startsWith(" ", position)) {
            position++;
        }
    }

    private void require(boolean condition, String expected) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "recipe \"" + text + "\", expected " + expected + " at \"" + text.substring(position) + "\"");
        }
    }
}
