package org.cotangent.ad.check;

import java.util.List;
import java.util.Optional;

/**
 * What one test found at all points.
 *
 * @param name of the test, such as {@code gradient}
 * @param verdict WRONG if any derivative is wrong at any point; RIGHT if each of them was confirmed at
 *     one point at least
 * @param right number of comparisons that agree
 * @param wrong number of comparisons that do not
 * @param undecidable number of comparisons that tell nothing
 * @param worst the largest relative error among those that decide the verdict
 * @param wrongOnes the first 1000 that are wrong
 * @param undecidedOnes the first 1000 that tell nothing
 */
public record TestResult(
        String name,
        Verdict verdict,
        long right,
        long wrong,
        long undecidable,
        Optional<Finding> worst,
        List<Finding> wrongOnes,
        List<Finding> undecidedOnes) {

    public TestResult {
        wrongOnes = List.copyOf(wrongOnes);
        undecidedOnes = List.copyOf(undecidedOnes);
    }
}
