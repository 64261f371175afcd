package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.function.ComplexEvaluation;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.External;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every routine there is, at matrices of several sizes and of all shapes that it takes: complex steps through its
 * complex form, which knows nothing of rules, tell the derivatives.
 */
class RoutineTableTest {

    /** What graphs write otherwise. */
    private static final List<String> OF_OTHER_CLASSES =
            List.of("trace", "frobeniusNorm", "transpose", "multiplyVector", "multiplyVectorTransposed");

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMethodIsAProgramAndAFunctionOfGraphs() {
        Set<String> programs = new MatrixRoutines()
                .methods().keySet().stream()
                        .filter(method -> method.type().equals(Matrices.class.getName()))
                        .map(External.Method::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names(Matrices.class)).isEqualTo(programs);
        OF_OTHER_CLASSES.forEach(programs::remove);
        programs.add("multiplyTransposed");
        assertThat(names(LinearAlgebra.class)).isEqualTo(programs);
    }

    private static Stream<RoutineTable.Row> rows() {
        return Stream.concat(Stream.of(1, 2, 5, 30).flatMap(RoutineTable::allShapes), RoutineTable.square(200));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void derivativesAreThoseOfComplexSteps(RoutineTable.Row row) {
        TwiceDifferentiableVectorFunction function = Differentiation.of(row.values(), row.variables());
        Random random = new Random(31);
        double[] point = row.point(
                (m, n) -> matrix(random, m, n), n -> random.doubles(n, -1, 1).toArray());
        RoutineCheck check = new RoutineCheck(
                row.values(),
                row.variables(),
                x -> {
                    ComplexMatrix result = new ComplexMatrix(function.outputDimension(), 1);
                    ((ComplexEvaluation) function).complexValue(x.re, x.im, result.re, result.im);
                    return result;
                },
                point);
        if (row.toString().contains("200")) {
            check.allByTangents();
        } else {
            check.all();
        }
    }

    /** Nearly diagonal, so that eigenvalues and singular values are positive, and not near to each other. */
    private static double[] matrix(Random random, int m, int n) {
        double[] a = random.doubles((long) m * n, -1, 1).toArray();
        int smaller = Math.min(m, n);
        double gap = smaller > 20 ? 10.0 / smaller : 1;
        for (int i = 0; i < a.length; i++) {
            a[i] *= 0.5 * gap / Math.sqrt(Math.max(m, n));
        }
        for (int i = 0; i < smaller; i++) {
            a[i * (n + 1)] += 0.75 + i * gap;
        }
        return a;
    }
}
