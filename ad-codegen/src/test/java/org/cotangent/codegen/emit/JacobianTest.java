package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.ad.runtime.Workspace;
import org.junit.jupiter.api.Test;

/** Generated Jacobians against the interpreter's, to the bit where both take the same sweeps. */
class JacobianTest {

    private static final int ROUNDS = 1_000;
    private static final ShapesSource FIXED = new ShapesSource(Graph.vector("u", 3));
    private static final Compiled CLASS = Compiled.of("shapes.Shapes", GenerateSources.text(new ShapesSource()));

    private static void same(VectorFunction found, VectorFunction expected, double[] x) {
        int n = expected.inputDimension();
        int m = expected.outputDimension();
        double[] values = new double[m];
        double[] expectedValues = new double[m];
        double[] jacobian = new double[m * n];
        double[] expectedJacobian = new double[m * n];
        expected.jacobian(x, expectedValues, expectedJacobian);
        for (int call = 0; call < 3; call++) {
            Arrays.fill(jacobian, Double.NaN);
            found.jacobian(x, values, jacobian);
            assertThat(values).containsExactly(expectedValues);
            assertThat(jacobian).containsExactly(expectedJacobian);
        }
    }

    @Test
    void fewValuesAreTakenRowByRow() {
        same(
                (VectorFunction) CLASS.call("wide"),
                Differentiation.of(FIXED.wide(), List.of(FIXED.x, FIXED.scale)),
                new double[] {1, -2, 0.5, 3, 0.25, 0.7});
    }

    @Test
    void openLengthsAreComparedInTheCall() {
        double[] x = {1, -2, 0.5, 0.7};
        for (double[] t : new double[][] {{1, 2.5}, {1, 2.5, -1, 3, 0.1}}) {
            same(
                    (VectorFunction) CLASS.call("open", 3, t),
                    Differentiation.of(FIXED.open(), List.of(FIXED.u, FIXED.scale), Data.of(FIXED.t, t)),
                    x);
        }
    }

    @Test
    void columnsOfAVectorComeFourAtOnce() {
        same(
                (VectorFunction) CLASS.call("tall"),
                Differentiation.of(FIXED.tall(), List.of(FIXED.x, FIXED.scale)),
                new double[] {1, -2, 0.5, 3, 0.25, 0.7});
        same((VectorFunction) CLASS.call("square"), Differentiation.of(FIXED.square(), FIXED.y), new double[] {
            1, -2, 0.5, 3, 0.25, 0.7, -1, 2
        });
        double[] t = {1, 2.5, -1, 3, 0.1, 0.2, 0.3, 0.4, 0.5};
        for (int length : new int[] {4, 6, 7}) {
            ShapesSource source = new ShapesSource(Graph.vector("u", length));
            same(
                    (VectorFunction) CLASS.call("open", length, t),
                    Differentiation.of(source.open(), List.of(source.u, source.scale), Data.of(source.t, t)),
                    Arrays.copyOf(new double[] {1, -2, 0.5, 3, 0.25, 0.7, -1, 2}, length + 1));
        }
    }

    @Test
    void scalarsVectorsAndWhatIsUnusedHaveTheirColumns() {
        same(
                (VectorFunction) CLASS.call("few", 3),
                Differentiation.of(FIXED.few(), List.of(FIXED.scale, FIXED.unused, FIXED.u)),
                new double[] {0.3, 7, 1, 2, 3});
    }

    @Test
    void staticMethodNeedsNoFunctionObject() {
        double[] values = new double[2];
        double[] jacobian = {9, 9, 9, 9};
        Workspace workspace = new Workspace();
        CLASS.call("columnsJacobian", 3.0, 4.0, new double[] {1, 2.5}, values, jacobian, workspace);
        assertThat(values).containsExactly(3, 7.5);
        assertThat(jacobian).containsExactly(1, 0, 2.5, 0);
    }

    @Test
    void refusesAWrongLengthOrASharedArray() {
        var function = (VectorFunction) CLASS.call("wide");
        double[] x = new double[6];
        assertThatThrownBy(() -> function.jacobian(x, new double[2], new double[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("jacobian has length 6, expected 12 (values times variables)");
        assertThatThrownBy(() -> function.jacobian(x, new double[3], new double[12]))
                .hasMessageStartingWith("values has length 3, expected 2 (number of values)");
        double[] shared = new double[12];
        assertThatThrownBy(() -> ((VectorFunction) CLASS.call("few", 2)).jacobian(new double[4], shared, shared))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void warmCallsAllocateNothing() {
        List<VectorFunction> functions = List.of(
                (VectorFunction) CLASS.call("wide"),
                (VectorFunction) CLASS.call("open", 2, new double[] {1, 2, 3, 4}),
                (VectorFunction) CLASS.call("open", 2, new double[] {1, 2}));
        double[][] points = {new double[6], new double[3], new double[3]};
        double[][] values = {new double[2], new double[4], new double[2]};
        double[][] jacobians = {new double[12], new double[12], new double[6]};
        Runnable calls = () -> {
            for (int i = 0; i < points.length; i++) {
                functions.get(i).jacobian(points[i], values[i], jacobians[i]);
            }
        };
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Enough for pools to look after their workspaces once, which loads classes.
        for (int i = 0; i < ROUNDS; i++) {
            calls.run();
        }
        thread.getCurrentThreadAllocatedBytes();
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            calls.run();
        }
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        // The smallest object takes 16 bytes; less than one a round is the measurement's own.
        assertThat(bytes).isLessThan(16 * ROUNDS);
    }
}
