package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MathMethodsTest {

    private static List<String> parameterTypes(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
    }

    private static boolean isReal(Class<?> type) {
        return type == double.class || type == float.class;
    }

    /** Methods that a derivative could pass through, of both classes. */
    static Stream<Method> realMethods() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .filter(m -> isReal(m.getReturnType())
                        || Arrays.stream(m.getParameterTypes()).anyMatch(MathMethodsTest::isReal));
    }

    @ParameterizedTest
    @MethodSource("realMethods")
    void everyRealMethodOfMathIsMappedOrRefusedByName(Method method) {
        String signature = method.getName() + "(" + String.join(",", parameterTypes(method)) + ")";
        assertThat(MathMethods.all()).containsKey(signature);
    }

    @ParameterizedTest
    @MethodSource("realMethods")
    void mappedMethodHasTheValueOfItsOperation(Method method) throws ReflectiveOperationException {
        MathMethods.Entry entry = MathMethods.of(method.getName(), parameterTypes(method));
        if (entry.op().isEmpty()) {
            assertThat(entry.refusal()).isPresent();
            return;
        }
        double[] samples = {0.25, -1.75, 3, 0.5};
        Object[] given = new Object[method.getParameterCount()];
        Object[] ours = new Object[given.length];
        for (int shift = 0; shift < 3; shift++) {
            for (int i = 0; i < given.length; i++) {
                Class<?> type = method.getParameterTypes()[i];
                double sample = samples[(i + shift) % samples.length];
                given[i] = type == int.class ? (Object) 3 : type == float.class ? (Object) (float) sample : sample;
                ours[i] = type == int.class ? (Object) 3L : (Object) sample;
            }
            Object expected = method.invoke(null, given);
            Object found = Evaluation.compute(entry.op().orElseThrow(), ours);
            // StrictMath may round the other way; a wrong mapping is off by far more.
            assertThat(((Number) found).doubleValue())
                    .isCloseTo(
                            ((Number) expected).doubleValue(), org.assertj.core.api.Assertions.withinPercentage(1e-13));
        }
    }

    @Test
    void exactlyOneOfOperationAndRefusalIsPresent() {
        assertThat(MathMethods.all().values())
                .allMatch(e -> e.op().isPresent() != e.refusal().isPresent());
    }

    @Test
    void unknownMethodIsRefused() {
        assertThat(MathMethods.of("addExact", List.of("int", "int")).refusal()).isPresent();
    }

    @Test
    void drawingRandomNumbersIsRefusedWithARemedy() {
        assertThat(MathMethods.of("random", List.of()).refusal().orElseThrow().remedy())
                .contains("pass the numbers as data");
    }
}
