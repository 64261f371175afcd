package org.cotangent.ad;

import java.util.Locale;

/**
 * How the dense Jacobian of a function is computed: by columns, several tangents in each sweep, or
 * by rows, an adjoint for each. The one that takes fewer real operations is chosen; where the
 * numbers of variables and values alone decide, nothing is counted.
 *
 * @param byColumns whether tangents are taken
 * @param reason what was compared, for people
 */
record JacobianPlan(boolean byColumns, String reason) {

    /** A tangent costs at most about as much as the values, and a row at least as much as those. */
    private static final int MANY_VALUES = 4;

    /** A row costs at most five times the values, a column at least a third (in a sweep of four). */
    private static final int MANY_VARIABLES = 16;

    /** Counts real operations of a sweep. */
    interface Count {
        long operations();
    }

    /**
     * Chooses.
     *
     * @param wide operations of a sweep that carries several tangents
     * @param reverse operations of a sweep that gives one row
     */
    static JacobianPlan of(int variables, int values, Count wide, Count reverse) {
        int sweeps = (variables + Sweeps.WIDTH - 1) / Sweeps.WIDTH;
        String adjoints = values == 1 ? "1 adjoint" : values + " adjoints";
        if (values >= MANY_VALUES * (long) variables || variables >= MANY_VARIABLES * (long) values) {
            boolean byColumns = values >= variables;
            return new JacobianPlan(
                    byColumns,
                    byColumns
                            ? sweeps + " sweeps of " + Sweeps.WIDTH + " tangents, as there are many more values"
                            : adjoints + ", as there are many more variables");
        }
        long columns = sweeps * wide.operations();
        long rows = values * reverse.operations();
        String tangents =
                String.format(Locale.ROOT, "%d sweeps of %d tangents (%,d operations)", sweeps, Sweeps.WIDTH, columns);
        String reversed = String.format(Locale.ROOT, "%s (%,d operations)", adjoints, rows);
        return columns <= rows
                ? new JacobianPlan(true, tangents + " rather than " + reversed)
                : new JacobianPlan(false, reversed + " rather than " + tangents);
    }

    @Override
    public String toString() {
        return "Jacobian by " + reason;
    }
}
