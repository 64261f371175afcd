package org.cotangent.optim.trust;

import java.util.List;
import java.util.Optional;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/**
 * Where a trust-region run is: the current point, the model around it, and how large a step that asks for.
 *
 * @param <E> the points
 * @param <Q> the quadratics around them
 */
final class Place<E extends MovableEvaluation, Q extends Quadratic> {

    /**
     * A point this much smaller than the start counts as this large: its true value may be 0. Together
     * with a tolerance of 1e-10 a step counts as small that is below the last bit of the start.
     */
    private static final double SMALLEST_RELATIVE_POINT = Math.cbrt(Math.ulp(1.0));

    private final Model.Memory<E, Q> model;
    private final Journal journal;
    private final Meter meter;
    private E current;
    private E modelled;
    private Optional<Q> quadratic = Optional.empty();
    private double startNorm;

    Place(Model.Memory<E, Q> model, E start, Journal journal, Meter meter) {
        this.model = model;
        this.journal = journal;
        this.meter = meter;
        current = start;
        modelled = start;
    }

    E point() {
        return current;
    }

    /** Models the start, which has been evaluated. */
    Q begin() {
        Q first = remodel();
        startNorm = size(first);
        measure(first);
        return first;
    }

    /** ‖D x‖ at the start. */
    double startNorm() {
        return startNorm;
    }

    void startNorm(double saved) {
        startNorm = saved;
    }

    /** The model that the last step left behind; a resumed run has to build it again. */
    Q around() {
        if (quadratic.isEmpty()) {
            meter.again(() -> measure(remodel()));
        }
        return quadratic.orElseThrow();
    }

    /** The model around the current point also where that was polished. */
    Q here() {
        return current == modelled ? around() : remodel();
    }

    /** Models the current point anew, after the model learned or forgot something, and measures. */
    Q anew() {
        Q next = remodel();
        measure(next);
        return next;
    }

    /** The same after the model may have forgotten its scale too: the size of the start is told in the new one. */
    Q afresh() {
        double before = size(around());
        double after = size(remodel());
        boolean changed = before > 0 && after > 0 && after != before;
        startNorm = changed ? startNorm / before * after : startNorm;
        return anew();
    }

    /** Goes on to an accepted trial; the buffers of the point left are free then. */
    void advance(E next, double step) {
        E previous = current;
        current = next;
        // Should the function throw from here on, no model of another point must stay.
        quadratic = Optional.empty();
        journal.advance(current, step);
        model.learn(previous, current);
        anew();
    }

    /** Lets the model take over what is known better around the current point. */
    boolean learn(Quadratic exact) {
        return model.adopt(exact);
    }

    /** See {@link Model.Memory#mostDecrease}. */
    double mostDecrease() {
        return model.mostDecrease(current);
    }

    /** See {@link Model.Memory#verification}. */
    Optional<Quadratic> verification() {
        return model.verification(current);
    }

    /** See {@link Model.Memory#objection}. */
    Optional<Verdict> objection() {
        return model.objection(current);
    }

    /** See {@link Model.Memory#hiddenCurvature}. */
    double hiddenCurvature(Definiteness seen, double[] direction) {
        return model.hiddenCurvature(current, seen, direction);
    }

    /** A lower point along some directions, see {@link FlatProbe}. */
    Optional<FlatProbe.Drop> lower(List<double[]> directions) {
        double size = Math.max(journal.pointNorm(), journal.firstPointNorm());
        return new FlatProbe(this::value, current.point(), current.value(), current.gradient())
                .lower(directions, size, () -> model.uncertainty(current));
    }

    private double value(double[] x) {
        E near = model.blank();
        System.arraycopy(x, 0, near.overwrite(), 0, x.length);
        return near.value();
    }

    /** Shows another point under the same number. */
    void show(Finish.Polished<E> polished) {
        current = polished.point();
        journal.revise(current);
        journal.modelStep(polished.stepLeft());
    }

    /** Enters the undamped step of a model around the current point. */
    void measure(Quadratic around) {
        double size = Math.max(size(around), SMALLEST_RELATIVE_POINT * startNorm);
        double length = around.unrestrictedStepNorm();
        journal.modelStep(length == 0 ? 0 : length / size);
    }

    /** ‖D x‖ in the scale of a model. */
    double size(Quadratic around) {
        return scaledNorm(around.scale(), current.point());
    }

    static double scaledNorm(double[] scale, double[] vector) {
        double[] scaled = new double[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scale[i] * vector[i];
        }
        return Vectors.norm(scaled);
    }

    private Q remodel() {
        Q next = model.around(current);
        quadratic = Optional.of(next);
        modelled = current;
        return next;
    }
}
