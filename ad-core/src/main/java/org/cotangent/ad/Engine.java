package org.cotangent.ad;

import java.util.List;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.eval.RoutineCompiler;
import org.cotangent.ad.runtime.Routine;
import org.cotangent.ad.runtime.Workspace;
import org.cotangent.ad.transform.Derivation.Slot;

/** Runs one derived program, again and again, for one thread: interpreted or compiled. */
interface Engine {

    void setReal(int parameter, double value);

    void setInteger(int parameter, long value);

    void setArray(int parameter, Object array);

    void run();

    /** A result of the last run. */
    double real(int result);

    /** An engine that interprets. */
    record Interpreted(Machine machine) implements Engine {

        @Override
        public void setReal(int parameter, double value) {
            machine.setReal(parameter, value);
        }

        @Override
        public void setInteger(int parameter, long value) {
            machine.setInteger(parameter, value);
        }

        @Override
        public void setArray(int parameter, Object array) {
            machine.setArray(parameter, array);
        }

        @Override
        public void run() {
            machine.run();
        }

        @Override
        public double real(int result) {
            return machine.real(result);
        }
    }

    /** An engine that calls a class. */
    final class Compiled implements Engine {

        private final Routine routine;
        private final double[] reals;
        private final long[] integers;
        private final Object[] arrays;
        private final double[] results;
        private final Workspace workspace = new Workspace();

        Compiled(RoutineCompiler.Compiled compiled) {
            List<Slot> parameters = compiled.parameters();
            this.routine = compiled.routine();
            this.reals = new double[parameters.size()];
            this.integers = new long[parameters.size()];
            this.arrays = new Object[parameters.size()];
            this.results = new double[compiled.results().size()];
        }

        @Override
        public void setReal(int parameter, double value) {
            reals[parameter] = value;
        }

        @Override
        public void setInteger(int parameter, long value) {
            integers[parameter] = value;
        }

        @Override
        public void setArray(int parameter, Object array) {
            arrays[parameter] = array;
        }

        @Override
        public void run() {
            routine.run(reals, integers, arrays, results, workspace);
        }

        @Override
        public double real(int result) {
            return results[result];
        }
    }
}
