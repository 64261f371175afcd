package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Call;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredTwiceFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No limit is exceeded by one call, alone or together. */
class BudgetTest {

    private static final double[] START = {-1.2, 1};
    private static final Rosenbrock VALLEY = new Rosenbrock(2);

    private static void call(Meter meter, Call kind) {
        switch (kind) {
            case VALUE -> meter.value();
            case GRADIENT -> meter.gradient();
            case JACOBIAN -> meter.jacobian();
            case PRODUCT -> meter.product();
            case HESSIAN -> meter.hessian();
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void eachKindHasItsLimit(Call limited) {
        Meter meter = new Meter(Budget.DEFAULT.withLimit(limited, 3), () -> false);
        for (int k = 0; k < 3; k++) {
            for (Call kind : Call.values()) {
                call(meter, kind);
            }
        }
        for (Call kind : Call.values()) {
            if (kind == limited) {
                assertThatThrownBy(() -> call(meter, kind))
                        .isInstanceOfSatisfying(
                                StopSignal.class,
                                signal -> assertThat(signal.verdict().status()).isEqualTo(Status.EVALUATION_LIMIT));
                assertThat(meter.counts().of(kind)).isEqualTo(3);
            } else {
                call(meter, kind);
                assertThat(meter.counts().of(kind)).isEqualTo(4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void allKindsTogetherHaveALimit(Call kind) {
        Meter meter = new Meter(Budget.DEFAULT.withCalls(5), () -> false);
        for (Call each : Call.values()) {
            call(meter, each);
        }
        assertThatThrownBy(() -> call(meter, kind))
                .isInstanceOf(StopSignal.class)
                .hasMessage("5 calls done, all that are allowed");
        assertThat(meter.counts().calls()).isEqualTo(5);
    }

    @Test
    void severalProductsAreAllAdmittedOrNone() {
        Meter meter = new Meter(Budget.DEFAULT.withProducts(5), () -> false);
        meter.products(4);
        assertThatThrownBy(() -> meter.products(2)).isInstanceOf(StopSignal.class);
        assertThat(meter.counts().products()).isEqualTo(4);
        meter.products(1);
    }

    @Test
    void aDenseHessianCountsOnce() {
        Meter meter = new Meter(Budget.DEFAULT, () -> false);
        MeteredTwiceFunction metered = new MeteredTwiceFunction(new Rosenbrock(4), meter);
        double[] hessian = new double[16];
        metered.hessian(new double[4], hessian);
        assertThat(hessian[0]).isEqualTo(2);
        metered.hessianAt(new double[4]).applyAll(new double[3][4], new double[3][4]);
        assertThat(meter.counts().hessians()).isEqualTo(1);
        assertThat(meter.counts().products()).isEqualTo(3);
    }

    @Test
    void aLimitOnGradientsEndsTheRunThere() {
        Result result = Minimizers.lbfgs(5)
                .budget(Budget.DEFAULT.withLimit(Call.GRADIENT, 12))
                .minimize(VALLEY, START);
        assertThat(result.status()).isEqualTo(Status.EVALUATION_LIMIT);
        assertThat(result.reason()).isEqualTo("12 gradients done, all that are allowed");
        assertThat(result.counts().gradients()).isEqualTo(12);
    }

    @Test
    void noCallBeginsAfterTheTimeIsUp() {
        // The clock advances by one second with each evaluation.
        AtomicLong seconds = new AtomicLong(40);
        CountingFunction counted = new CountingFunction(VALLEY);
        Result result = Minimizers.lbfgs(5)
                .clock(() -> 1_000_000_000L * (seconds.get() + counted.evaluations))
                .maxTime(Duration.ofSeconds(7))
                .minimize(counted, START);
        assertThat(result.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(counted.evaluations).isEqualTo(7);
        assertThat(result.reason()).isEqualTo("7 s used of the 7 s that are allowed");
        assertThat(result.message()).contains("raise maxTime");
    }

    @Test
    void limitsOutOfRange() {
        assertThatThrownBy(() -> Budget.DEFAULT.withTime(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxTime is PT-1S, expected at least 0");
        assertThatThrownBy(() -> Budget.DEFAULT.withLimit(Call.HESSIAN, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit on calls for a Hessian is -1");
        assertThat(Budget.DEFAULT.withTime(Duration.ofDays(1)).time()).isEqualTo(Duration.ofDays(1));
    }
}
