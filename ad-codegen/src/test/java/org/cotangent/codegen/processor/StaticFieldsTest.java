package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

/** Static final fields whose values are computed when the program runs. */
class StaticFieldsTest {

    private static final String MODEL = """
            package user;

            import org.cotangent.ad.annotation.Differentiable;

            final class Model {
                static final double ROOT = Math.sqrt(2);
                static final double[] WEIGHTS = {0.5, -1.5, 2};
                static final int[][] PAIRS = {{0, 1}, {2, 0}};
                static final float HALF = Float.parseFloat("0.5");

                @Differentiable
                static double f(double[] x) {
                    double sum = ROOT * x[0] * x[0];
                    for (int i = 0; i < WEIGHTS.length; i++) {
                        sum += Model.WEIGHTS[i] * Math.sin(x[i]) * HALF;
                    }
                    for (int[] pair : PAIRS) {
                        sum += x[pair[0]] * x[pair[1]] * Other.scale(x[0], WEIGHTS);
                    }
                    return sum * other.Elsewhere.FACTOR;
                }
            }

            final class Other {
                private Other() {}

                static double scale(double y, double[] by) {
                    double[] own = Model.WEIGHTS.clone();
                    own[0] *= y;
                    return own[0] * by[1] + Model.ROOT;
                }
            }
            """;

    private static final String ELSEWHERE = """
            package other;

            public final class Elsewhere {
                public static final double FACTOR = Double.parseDouble("1.25");

                private Elsewhere() {}
            }
            """;

    @Test
    void fieldsAreReadByTheirNames() {
        Processed processed = Processed.of(Map.of("user.Model", MODEL, "other.Elsewhere", ELSEWHERE));
        assertThat(processed.messages()).isEmpty();
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "f", 3);
        double[] x = {0.3, -0.8, 1.1};
        assertThat(f.value(x)).isEqualTo(processed.call("user.Model", "f", x));
        DerivativeCheck.of(f).at(x).around(x).orThrow();
        assertThat(processed.generated().get("user.ModelDerivatives")).contains("Model.WEIGHTS;");
    }

    @Test
    void whatIsReadIsWhatTheFieldHoldsAtTheCall() throws ReflectiveOperationException {
        Processed processed = Processed.of(Map.of("user.Model", MODEL, "other.Elsewhere", ELSEWHERE));
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "f", 3);
        double[] x = {0.3, -0.8, 1.1};
        double before = f.value(x);
        var field = processed.type("user.Model").getDeclaredField("WEIGHTS");
        field.setAccessible(true);
        ((double[]) field.get(null))[2] = 7;
        assertThat(f.value(x)).isNotEqualTo(before).isEqualTo(processed.call("user.Model", "f", x));
    }
}
