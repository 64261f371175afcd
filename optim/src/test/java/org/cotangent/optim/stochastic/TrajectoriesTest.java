package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.run.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method walks where the formulas of its paper lead, as computed elsewhere. */
class TrajectoriesTest {

    /** Twelve updates of order 0.1 to rounding; roots of matrices lose a few digits. */
    private static final double TOLERANCE = 1e-12;

    private static final Batches TWO = Batches.inGivenOrder(2);
    private static final Group MATRIX = new Group("matrix", 0, 2, 3);
    private static final Group VECTOR = Group.vector("vector", 6, 2);
    private static final Map<String, double[]> EXPECTED = Trajectories.read();

    private static Map<String, Trainer<? super TwiceDifferentiableSum>> methods() {
        Map<String, Trainer<? super TwiceDifferentiableSum>> methods = new LinkedHashMap<>();
        methods.put("sgd", Trainers.sgd(TWO, 0.05));
        methods.put("momentum", Trainers.momentum(TWO, 0.05, 0.9));
        methods.put("nesterov", Trainers.nesterov(TWO, 0.05, 0.9));
        methods.put("adagrad", Trainers.adagrad(TWO, 0.1));
        methods.put("rmsprop", Trainers.rmsProp(TWO, 0.01));
        methods.put("adam", Trainers.adam(TWO, 0.01));
        methods.put("amsgrad", Trainers.sgd(TWO, 0.05).then(new AmsGrad(0.9, 0.5, 1e-8)));
        methods.put("adamw", Trainers.adamW(TWO, 0.01, 0.1));
        methods.put("adam with a penalty", Trainers.adam(TWO, 0.01).first(new WeightDecay(0.1)));
        methods.put("adafactor", Trainers.adafactor(TWO, MATRIX, VECTOR));
        methods.put("shampoo", Trainers.shampoo(TWO, 0.1, MATRIX, VECTOR));
        methods.put(
                "shampoo, roots every 3", Trainers.sgd(TWO, 0.1).then(new Shampoo(List.of(MATRIX, VECTOR), 1e-4, 3)));
        methods.put("adahessian", Trainers.adaHessian(TWO, 0.15, 5));
        methods.put("svrg", Trainers.svrg(TWO, 0.05));
        methods.put("sharpness aware", Trainers.sharpnessAware(TWO, 0.05, 0.05));
        methods.put("clipped by value", Trainers.sgd(TWO, 0.1).then(new ClipByValue(0.3)));
        methods.put("clipped by norm", Trainers.sgd(TWO, 0.1).then(new ClipByNorm(0.5)));
        methods.put("accumulated", Trainers.sgd(TWO, 0.1).accumulate(3));
        methods.put("exponential average", Trainers.sgd(TWO, 0.05).averaging(new ExponentialAverage(0.9)));
        methods.put("polyak average", Trainers.sgd(TWO, 0.05).averaging(new PolyakAverage(4)));
        methods.put("lookahead", Trainers.sgd(TWO, 0.05).averaging(new Lookahead(5, 0.5)));
        methods.put(
                "warm-up and cosine",
                Trainers.sgd(TWO, 0.05).schedule(Schedule.cosine(0.1, 9).warmUp(3)));
        return methods;
    }

    static Stream<String> names() {
        return methods().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void twelveUpdatesLeadWhereTheFormulasDo(String name) {
        Trainer<? super TwiceDifferentiableSum> method = methods().get(name).epochs(4);
        TrainingResult result = method.minimize(LinearExamples.ofReference(), start());
        double[] expected = EXPECTED.get(name);
        double size = Math.max(1, Vectors.largest(expected));
        assertThat(result.lastPoint()).containsExactly(expected, offset(TOLERANCE * size));
    }

    @Test
    void everyReferenceIsCompared() {
        assertThat(methods().keySet()).isEqualTo(EXPECTED.keySet());
    }

    private static double[] start() {
        double[] start = new double[8];
        Arrays.setAll(start, j -> 0.1 * (j + 1));
        return start;
    }
}
