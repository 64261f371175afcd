package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static List<Integer> examples(BatchSequence sequence, int count) {
        List<Integer> seen = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Arrays.stream(sequence.current()).forEach(seen::add);
            sequence.advance();
        }
        return seen;
    }

    private static List<Integer> upTo(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    /** The numbers that the author of the generator gives for this seed (Vigna 2015, splitmix64.c). */
    @Test
    void theGeneratorGivesThePublishedNumbers() {
        Generator random = new Generator(1234567);
        assertThat(new long[] {random.next(), random.next(), random.next(), random.next(), random.next()})
                .containsExactly(
                        Long.parseUnsignedLong("6457827717110365317"),
                        Long.parseUnsignedLong("3203168211198807973"),
                        Long.parseUnsignedLong("9817491932198370423"),
                        Long.parseUnsignedLong("4593380528125082431"),
                        Long.parseUnsignedLong("16408922859458223821"));
    }

    @Test
    void anEpochVisitsEveryExampleOnceInAnotherOrderEachTime() {
        BatchSequence sequence = Batches.shuffled(4, 7).begin(10);
        assertThat(sequence.perEpoch()).isEqualTo(3);
        List<Integer> first = examples(sequence, 3);
        List<Integer> second = examples(sequence, 3);
        assertThat(first).containsExactlyInAnyOrderElementsOf(upTo(10));
        assertThat(second).containsExactlyInAnyOrderElementsOf(upTo(10)).isNotEqualTo(first);
        assertThat(examples(Batches.shuffled(4, 7).begin(10), 3)).isEqualTo(first);
        assertThat(examples(Batches.shuffled(4, 8).begin(10), 3)).isNotEqualTo(first);
    }

    @Test
    void theGivenOrderIsKept() {
        BatchSequence sequence = Batches.inGivenOrder(3).begin(5);
        assertThat(examples(sequence, 4)).containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4);
    }

    @Test
    void drawsWithReplacementAreEvenAndRepeat() {
        int[] counts = new int[8];
        examples(Batches.withReplacement(8, 3).begin(8), 10_000).forEach(i -> counts[i]++);
        // 10,000 each expected; the standard deviation is 94, and five of them are met by one run in a million.
        assertThat(Arrays.stream(counts)).allSatisfy(count -> assertThat(count).isBetween(9530, 10_470));
        assertThat(examples(Batches.withReplacement(8, 3).begin(8), 1).stream().distinct())
                .hasSizeLessThan(8);
    }

    @Test
    void everyPlaceIsEquallyLikely() {
        int[][] counts = new int[5][5];
        for (int epoch = 0; epoch < 20_000; epoch++) {
            int[] order = Generator.of(11, epoch).permutation(5);
            for (int i = 0; i < 5; i++) {
                counts[i][order[i]]++;
            }
        }
        // 4,000 each expected, standard deviation 57.
        assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream))
                .allSatisfy(count -> assertThat(count).isBetween(3717, 4283));
    }

    @Test
    void emptyBatchesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batches.shuffled(0, 1))
                .withMessageContaining("a batch has 0 examples, expected at least 1");
    }
}
