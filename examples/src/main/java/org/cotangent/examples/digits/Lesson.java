package org.cotangent.examples.digits;

import java.util.List;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.observe.Recording;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.stochastic.Trainer;
import org.cotangent.optim.stochastic.TrainingResult;

/**
 * How a method learned.
 *
 * @param title of the method
 * @param updates of the variables
 * @param point the best one
 * @param stops where the loss over all examples was measured, the start first
 */
record Lesson(String title, long updates, double[] point, List<Stop> stops) {

    /** Where a lesson ends. */
    static final double TARGET = 1e-4;

    /**
     * A measurement.
     *
     * @param passes over the data until then, by values, gradients and products
     * @param seconds until then, measurements included
     * @param loss over all examples
     */
    record Stop(double passes, double seconds, double loss) {}

    /** By batches: they count the examples that they visit. */
    static <F extends FiniteSum> Lesson of(String title, Trainer<F> method, F sum, double[] start) {
        TrainingResult result = method.target(TARGET).minimize(sum, start);
        List<Stop> stops = result.history().rows().stream()
                .map(row -> new Stop(row.passes(), row.seconds(), row.loss()))
                .toList();
        return new Lesson(title, result.updates(), result.point(), stops);
    }

    /** By all examples in every call. */
    static <F, M extends Minimizer<F, Result> & Configured<M>> Lesson ofAll(
            String title, M method, F function, double[] start) {
        Recording recording = Recording.ofNumbers();
        Result result =
                method.stopWhen(StoppingRules.value(TARGET)).observer(recording).minimize(function, start);
        List<Stop> stops = recording.rows().stream()
                .map(row -> new Stop(row.counts().calls(), row.seconds(), row.value()))
                .toList();
        return new Lesson(title, result.iterations(), result.point(), stops);
    }

    Stop end() {
        return stops.get(stops.size() - 1);
    }
}
