package golden;

import org.cotangent.ad.runtime.Generated;

/**
 * The sample LabelledJumps.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class LabelledJumps {
    private LabelledJumps() {
    }

    /**
     * The procedure firstFullRow.
     */
    public static double firstFullRow(double[][] m, int limit) {
        int seen = 0;
        boolean found = false;
        double result = 0;
        search: {
            i:
            for (int i = 0; i < m.length; i++) {
                double[] row = m[i];
                result = 0;
                for (int j = 0; j < row.length; j++) {
                    seen++;
                    if (seen > limit) {
                        break search;
                    }
                    if (row[j] == 0) {
                        continue i;
                    }
                    result += row[j];
                }
                found = true;
                break;
            }
        }
        if (found) {
            return result;
        }
        return -1;
    }
}
