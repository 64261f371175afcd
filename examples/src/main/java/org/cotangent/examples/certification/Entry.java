package org.cotangent.examples.certification;

import java.util.List;
import java.util.function.Predicate;

/**
 * A method with its scores on all problems of a set, in the order of the set.
 *
 * @param ours whether it is one of this project
 */
record Entry(Family family, String title, boolean ours, List<Score> scores) {

    Cost cost() {
        return scores.stream().map(Score::cost).reduce(Cost.NONE, Cost::plus);
    }

    long count(Predicate<Score> condition) {
        return scores.stream().filter(condition).count();
    }

    boolean claimsAreKnown() {
        return scores.stream().allMatch(score -> score.claimed().isPresent());
    }

    double fewestDigits() {
        return scores.stream().mapToDouble(Score::digits).min().orElse(Double.NaN);
    }
}
