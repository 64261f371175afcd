package org.cotangent.optim.search;

import java.util.function.BiFunction;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;

/**
 * A direction chosen in scaled variables and searched in the original ones: slopes and values along a
 * path are the same in both, so that nothing but the choice has to know.
 *
 * @param inner the direction, which sees the scaled function and points only
 * @param wrap the function in scaled variables
 */
record ScaledDirection<F extends DifferentiableFunction>(
        Direction<? super F> inner, Scaling scaling, BiFunction<F, Scaling, F> wrap) implements Direction<F> {

    @Override
    public Memory begin(F function) {
        scaling.requireLength(function.dimension());
        return new ScaledMemory(inner.begin(wrap.apply(function, scaling)), scaling, new FunctionEvaluation(function));
    }

    private static final class ScaledMemory implements Memory {

        private final Memory inner;
        private final Scaling scaling;
        private final ScaledPoint shown;
        private final ScaledPoint next;
        private final Heading scaled;

        ScaledMemory(Memory inner, Scaling scaling, Evaluation any) {
            this.inner = inner;
            this.scaling = scaling;
            shown = new ScaledPoint(scaling, any);
            next = new ScaledPoint(scaling, any);
            scaled = new Heading(any.point().length);
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            inner.choose(shown.show(at), scaled);
            pass(heading);
        }

        private void pass(Heading heading) {
            scaling.multiply(scaled.vector(), heading.vector());
            heading.set(scaled.curvature(), scaled.firstStep());
            heading.tolerate(scaled.ceiling());
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            inner.learn(shown.show(from), next.show(to));
        }

        @Override
        public boolean stepLeft(Evaluation at, double[] step) {
            double[] inScaled = new double[step.length];
            boolean known = inner.stepLeft(shown.show(at), inScaled);
            scaling.multiply(inScaled, step);
            return known;
        }

        @Override
        public boolean learnsInverse() {
            return inner.learnsInverse();
        }

        @Override
        public void begin(double[] inverse) {
            inner.begin(scaling.divideBothSides(inverse));
        }

        @Override
        public boolean forget() {
            return inner.forget();
        }

        @Override
        public boolean outlivesRun() {
            return inner.outlivesRun();
        }

        /** Curvatures are those in scaled variables. */
        @Override
        public Certificate certify(Evaluation at, Heading heading) {
            Certificate certificate = inner.certify(shown.show(at), scaled);
            pass(heading);
            return certificate;
        }

        @Override
        public void exchange(State state) {
            inner.exchange(state);
        }
    }
}
