package org.cotangent.examples.downhill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.examples.downhill.Contours.Line;
import org.cotangent.examples.first.Rosenbrock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContoursTest {

    private static final Window SQUARE = new Window(-1, 1, -1, 1);

    private static DifferentiableFunction function(DoubleBinaryOperator f) {
        return Functions.of(2, p -> f.applyAsDouble(p[0], p[1]), (p, gradient) -> {
            throw new AssertionError("no contour line needs a gradient");
        });
    }

    private static Contours valley(Window window, int cells) {
        return new Contours(Rosenbrock.function(), window, cells, cells);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 3, 10, 100, 300})
    void pointsLieOnTheirLevel(double level) {
        List<Line> lines = valley(new Window(-1.6, 1.6, -0.55, 1.6), 100).at(level);
        assertThat(lines).isNotEmpty();
        // Bisection ends at neighbouring doubles; steepest here: 1,200 times the spacing 2.2e-16, over 300.
        lines.forEach(line -> {
            for (int i = 0; i < line.x().length; i++) {
                assertThat(Valley.value(line.x()[i], line.y()[i])).isCloseTo(level, within(1e-12 * level));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 4})
    void aLineAroundTheMinimumEnclosesTheAreaOfAnEllipse(double level) {
        List<Line> lines = valley(new Window(-1.5, 3.5, -1, 10), 1_000).at(level);
        assertThat(lines).singleElement().matches(Line::closed, "closed");
        // (x, y) -> (1 - x, y - x²) keeps areas and makes the line an ellipse with the axes √f and √f/10.
        assertThat(area(lines.get(0))).isCloseTo(Math.PI * level / 10, within(1e-3 * level));
    }

    private static double area(Line line) {
        double twice = 0;
        for (int i = 1; i < line.x().length; i++) {
            twice += line.x()[i - 1] * line.y()[i] - line.x()[i] * line.y()[i - 1];
        }
        return Math.abs(twice / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -0.1})
    void atASaddleLinesKeepToTheSideTheyBelongTo(double level) {
        List<Line> branches = new Contours(function((x, y) -> x * y), SQUARE, 1, 1).at(level);
        assertThat(branches).hasSize(2).allSatisfy(branch -> {
            assertThat(branch.x()[0] * branch.x()[1]).isPositive();
            assertThat(branch.y()[0] * branch.y()[1]).isPositive();
        });
    }

    @Test
    void aLevelThatIsNotReachedHasNoLines() {
        assertThat(valley(SQUARE, 10).at(-1)).isEmpty();
        assertThat(valley(SQUARE, 10).at(1e6)).isEmpty();
    }

    @Property(tries = 200)
    void linesCloseOrEndAtTheBorder(
            @ForAll @DoubleRange(min = -8, max = 8) double a,
            @ForAll @DoubleRange(min = -8, max = 8) double b,
            @ForAll @DoubleRange(min = -0.9, max = 0.9) double level) {
        DifferentiableFunction waves = function((x, y) -> Math.sin(a * x + y) * Math.cos(b * y - x));
        for (Line line : new Contours(waves, SQUARE, 20, 15).at(level)) {
            if (!line.closed()) {
                assertThat(atTheBorder(line, 0)).isTrue();
                assertThat(atTheBorder(line, line.x().length - 1)).isTrue();
            }
        }
    }

    /** Where the last node of the grid is rounded to, to be exact. */
    private static boolean atTheBorder(Line line, int point) {
        return Math.max(Math.abs(line.x()[point]), Math.abs(line.y()[point])) > 1 - 1e-12;
    }
}
