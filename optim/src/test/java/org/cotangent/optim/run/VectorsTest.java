package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of vectors whose squares are no doubles. */
class VectorsTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1, 1e160, 1e300})
    void lengthsDoNotDependOnTheUnit(double unit) {
        double[] a = {4 * unit, -2 * unit};
        double[] b = {unit, 2 * unit};
        assertThat(Vectors.distance(a, b) / unit).isCloseTo(5, within(1e-15));
        assertThat(Vectors.norm(new double[] {3 * unit, -4 * unit}) / unit).isCloseTo(5, within(1e-15));
        assertThat(Vectors.squareOver(3 * unit, 9 * unit) / unit).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteShows(double entry) {
        double[] a = {1, entry};
        assertThat(Vectors.isFinite(a)).isFalse();
        assertThat(Vectors.norm(a)).isNotFinite();
        assertThat(Vectors.distance(a, new double[2])).isNotFinite();
    }
}
