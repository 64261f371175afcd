package org.cotangent.ad.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arrays of a workspace have the shape asked for, whatever their last user did to them. */
class WorkspaceTest {

    private final Workspace workspace = new Workspace();

    @Test
    void rowsAreReused() {
        double[] row = workspace.matrix(1, 2, 3)[1];
        assertThat(workspace.matrix(1, 2, 3)[1]).isSameAs(row);
        assertThat(workspace.cube(0, 2, 2, 3)[1][0]).isSameAs(workspace.cube(0, 2, 2, 3)[1][0]);
        assertThat(workspace.floatMatrix(0, 2, 3)[1]).isSameAs(workspace.floatMatrix(0, 2, 3)[1]);
        assertThat(workspace.floatVector(0, 3)).isSameAs(workspace.floatVector(0, 3));
    }

    @Test
    void shapesChange() {
        assertThat(workspace.matrix(0, 2, 3)).hasDimensions(2, 3);
        assertThat(workspace.matrix(0, 4, 1)).hasDimensions(4, 1);
        assertThat(workspace.matrix(0, 1, 5)).hasDimensions(1, 5);
        assertThat(workspace.cube(0, 2, 3, 4)).hasDimensions(2, 3);
        assertThat(workspace.cube(0, 1, 1, 7)[0]).hasDimensions(1, 7);
        assertThat(workspace.floatCube(0, 1, 2, 7)[0]).hasDimensions(2, 7);
    }

    @Test
    void rowsThatTheLastUserSharedAreApartAgain() {
        double[][] matrix = workspace.matrix(0, 2, 3);
        double[] first = matrix[0];
        double[] second = matrix[1];
        matrix[0] = second;
        matrix[1] = new double[1];
        assertThat(workspace.matrix(0, 2, 3)[0]).isSameAs(first);
        assertThat(workspace.matrix(0, 2, 3)[1]).isSameAs(second);
        double[][][] cube = workspace.cube(0, 2, 1, 1);
        cube[0] = cube[1];
        assertThat(workspace.cube(0, 2, 1, 1)[0]).isNotSameAs(workspace.cube(0, 2, 1, 1)[1]);
    }

    @Test
    void rowsOfAModelMayDifferInLength() {
        double[][] model = {{1, 2, 3}, {}, {4}};
        double[][] like = workspace.matrix(0, model);
        assertThat(like.length).isEqualTo(3);
        assertThat(like[0]).hasSize(3);
        assertThat(like[1]).isEmpty();
        assertThat(like[2]).hasSize(1).isNotSameAs(model[2]);
        assertThat(workspace.cube(0, new double[][][] {model, {{1}}})[1][0]).hasSize(1);
    }

    @Test
    void whatIsLargeIsGivenBack() {
        double[] small = workspace.matrix(0, 2, 2)[0];
        double[] large = workspace.matrix(1, 2, Workspace.KEPT_CAPACITY)[0];
        double[] deep = workspace.cube(0, 2, 1, Workspace.KEPT_CAPACITY)[0][0];
        float[] floats = workspace.floatVector(0, Workspace.KEPT_CAPACITY + 1);
        workspace.release();
        assertThat(workspace.matrix(0, 2, 2)[0]).isSameAs(small);
        assertThat(workspace.matrix(1, 2, Workspace.KEPT_CAPACITY)[0]).isNotSameAs(large);
        assertThat(workspace.cube(0, 2, 1, Workspace.KEPT_CAPACITY)[0][0]).isNotSameAs(deep);
        assertThat(workspace.floatVector(0, Workspace.KEPT_CAPACITY + 1)).isNotSameAs(floats);
    }
}
