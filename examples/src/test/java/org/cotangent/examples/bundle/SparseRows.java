package org.cotangent.examples.bundle;

import java.util.Map;
import java.util.TreeMap;

/**
 * The Jacobian of a whole problem of ADBench, of which every observation has the same block.
 *
 * @param scene how many cameras, points and observations there are
 * @param block 2 × 15 derivatives of an observation by camera, point and weight
 * @param slope of a weight's residual
 */
record SparseRows(AdbenchScene scene, double[] block, double slope) {

    private static final int CAMERA = 11;
    private static final int POINT = 3;
    private static final int UNKNOWNS = CAMERA + POINT + 1;

    int count() {
        return 3 * scene.observations();
    }

    /** Entries of a row by their columns. */
    Map<Integer, Double> row(int row) {
        Map<Integer, Double> entries = new TreeMap<>();
        int points = CAMERA * scene.cameras();
        int weights = points + POINT * scene.points();
        if (row >= 2 * scene.observations()) {
            entries.put(weights + row - 2 * scene.observations(), slope);
            return entries;
        }
        int observation = row / 2;
        int offset = row % 2 * UNKNOWNS;
        for (int j = 0; j < CAMERA; j++) {
            entries.put(CAMERA * (observation % scene.cameras()) + j, block[offset + j]);
        }
        for (int j = 0; j < POINT; j++) {
            entries.put(points + POINT * (observation % scene.points()) + j, block[offset + CAMERA + j]);
        }
        entries.put(weights + observation, block[offset + CAMERA + POINT]);
        return entries;
    }

    /** Number, sum, sum of squares, and sum of entries times (column mod 97) + 1, as ADBench's reference has them. */
    double[] checksums() {
        double[] sums = new double[4];
        for (int row = 0; row < count(); row++) {
            row(row).forEach((column, entry) -> {
                sums[0]++;
                sums[1] += entry;
                sums[2] += entry * entry;
                sums[3] += entry * (column % 97 + 1);
            });
        }
        return sums;
    }
}
