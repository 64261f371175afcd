package org.cotangent.ad.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummationTest {

    private static final int SIZE = 1000;
    private static final double[] NUMBERS = new SplittableRandom(3)
            .doubles(SIZE, -1, 1)
            .map(x -> 1e6 * x * x * x)
            .toArray();

    /** Entry j of example i is aᵢ / (j + 1), the value aᵢ. */
    private static double term(int[] chunk, double[] sum) {
        Arrays.fill(sum, 0);
        double value = 0;
        for (int i : chunk) {
            value += NUMBERS[i];
            for (int j = 0; j < sum.length; j++) {
                sum[j] += NUMBERS[i] / (j + 1);
            }
        }
        return value;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 999, 1000, 2000})
    void anyNumberOfThreadsGivesTheSameBits(int chunk) {
        double[] expected = new double[5];
        double expectedValue = Summation.sequential().chunk(chunk).overAll(SIZE, SummationTest::term, expected);
        for (int threads : new int[] {1, 2, 3, 8}) {
            Summation summation = Summation.threads(threads).chunk(chunk);
            for (int again = 0; again < 5; again++) {
                double[] sum = new double[5];
                assertThat(summation.overAll(SIZE, SummationTest::term, sum)).isEqualTo(expectedValue);
                assertThat(sum).containsExactly(expected);
            }
        }
    }

    /** Additions between chunks of one example lose nothing but the last rounding, and one of the errors. */
    @Test
    void chunksOfOneAddUpToTheExactSum() {
        BigDecimal exact = IntStream.range(0, SIZE)
                .mapToObj(i -> new BigDecimal(NUMBERS[i]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        double[] sum = new double[1];
        double value = Summation.sequential().chunk(1).overAll(SIZE, SummationTest::term, sum);
        assertThat(value).isEqualTo(exact.doubleValue());
        assertThat(sum[0]).isEqualTo(exact.doubleValue());
        double naive = 0;
        for (double number : NUMBERS) {
            naive += number;
        }
        assertThat(naive).isNotEqualTo(exact.doubleValue());
    }

    @Test
    void aBatchIsSummedInItsOwnOrderAndAsOftenAsNamed() {
        int[] batch = {5, 5, 900, 2};
        double value = Summation.threads(2).chunk(2).over(batch, SummationTest::term, new double[3]);
        double expected = (NUMBERS[5] + NUMBERS[5]) + (NUMBERS[900] + NUMBERS[2]);
        assertThat(value).isCloseTo(expected, offset(Math.ulp(expected)));
        double[] sum = {1, 2};
        assertThat(Summation.sequential().over(new int[0], SummationTest::term, sum))
                .isZero();
        assertThat(sum).containsExactly(0, 0);
    }

    @Test
    void infiniteSumsStayInfinite() {
        Summation.Term huge = (chunk, sum) -> {
            sum[0] = Double.POSITIVE_INFINITY;
            sum[1] = Double.MAX_VALUE;
            return -Double.MAX_VALUE;
        };
        double[] sum = new double[2];
        assertThat(Summation.sequential().chunk(1).overAll(4, huge, sum)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(sum).containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void aTermThatThrowsEndsTheSumWithItsException() {
        AtomicInteger running = new AtomicInteger();
        Summation.Term failing = (chunk, sum) -> {
            running.incrementAndGet();
            try {
                if (chunk[0] == 500) {
                    throw new ArithmeticException("example 500");
                }
                return term(chunk, sum);
            } finally {
                running.decrementAndGet();
            }
        };
        for (int threads : new int[] {1, 4}) {
            Summation summation = Summation.threads(threads).chunk(10);
            assertThatThrownBy(() -> summation.overAll(SIZE, failing, new double[1]))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("example 500");
            assertThat(running).hasValue(0);
        }
    }

    @Test
    void anExecutorThatDoesNothingMakesNoSumWait() {
        Executor idle = work -> {};
        Executor closed = work -> {
            throw new RejectedExecutionException("closed");
        };
        double expected = Summation.sequential().overAll(SIZE, SummationTest::term, new double[0]);
        assertThat(Summation.on(idle, 4).overAll(SIZE, SummationTest::term, new double[0]))
                .isEqualTo(expected);
        assertThat(Summation.on(closed, 4).overAll(SIZE, SummationTest::term, new double[0]))
                .isEqualTo(expected);
    }

    @Test
    void anInterruptIsLeftForTheCaller() {
        Thread.currentThread().interrupt();
        Summation.threads(2).chunk(1).overAll(SIZE, SummationTest::term, new double[0]);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** diag(NUMBERS of a chunk, summed) / (j + 1), and how many bytes it says that it keeps. */
    private static LinearOperator matrix(int[] chunk, long bytes) {
        return new LinearOperator() {
            @Override
            public int rows() {
                return 3;
            }

            @Override
            public int columns() {
                return 3;
            }

            @Override
            public long kept() {
                return bytes;
            }

            @Override
            public void apply(double[] v, double[] product) {
                term(chunk, product);
                Arrays.setAll(product, j -> product[j] * v[j]);
            }
        };
    }

    /** 15 chunks of 64 and one of 40, 100 bytes each; what does not fit is made for every product. */
    @ParameterizedTest
    @CsvSource({"1600, 16, 1600", "1599, 19, 1500", "250, 58, 200", "0, 64, 0"})
    void operatorsKeepWhatMemoryAllowsAndGiveTheBitsOfProducts(long memory, int expectedlyMade, long expectedlyKept) {
        double[] v = {1, -3, 0.7};
        double[] expected = new double[3];
        Summation.Term product = (chunk, sum) -> {
            matrix(chunk, 0).apply(v, sum);
            return 0;
        };
        Summation.sequential().overAll(SIZE, product, expected);
        for (int threads : new int[] {1, 2, 8}) {
            AtomicInteger made = new AtomicInteger();
            LinearOperator whole = Summation.threads(threads).memory(memory).operatorOverAll(3, SIZE, chunk -> {
                made.incrementAndGet();
                return matrix(chunk, 100);
            });
            for (int again = 0; again < 4; again++) {
                double[] found = {9, 9, 9};
                whole.apply(v, found);
                assertThat(found).containsExactly(expected);
            }
            assertThat(made).hasValue(expectedlyMade);
            assertThat(whole.kept()).isEqualTo(expectedlyKept);
        }
    }

    @Test
    void anOperatorOverABatchIsTheSumOverItsExamples() {
        int[] batch = {5, 5, 900, 2};
        LinearOperator whole = Summation.threads(2).chunk(2).operator(3, batch, chunk -> matrix(chunk, 0));
        double expected = (NUMBERS[5] + NUMBERS[5]) + (NUMBERS[900] + NUMBERS[2]);
        batch[0] = 7;
        double[] product = new double[3];
        whole.apply(new double[] {1, 0, 0}, product);
        assertThat(product[0]).isCloseTo(expected, offset(Math.ulp(expected)));
        assertThat(product[1]).isZero();
        Summation.sequential()
                .operator(3, new int[0], chunk -> matrix(chunk, 0))
                .apply(new double[3], product);
        assertThat(product).containsExactly(0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.apply(product, product))
                .withMessageContaining("same array");
    }

    @Test
    void numbersThatAreNotPositiveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Summation.threads(0))
                .withMessageContaining("threads are 0, expected at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Summation.sequential().chunk(0))
                .withMessageContaining("0 examples, expected at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Summation.sequential().memory(-1))
                .withMessageContaining("memory is -1 bytes, expected at least 0");
    }
}
