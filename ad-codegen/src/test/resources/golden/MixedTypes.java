package golden;

import org.cotangent.ad.runtime.Generated;

/**
 * The sample MixedTypes.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class MixedTypes {
    private MixedTypes() {
    }

    /**
     * The procedure mixedTypes.
     */
    public static double mixedTypes(float[] a, float[] b, int n) {
        int hash = 2147483647;
        long big = 1L;
        double result = 0;
        for (int i = 0; i < n; i++) {
            hash = hash * 31 + n;
            hash ^= hash >>> 7;
            big = (long) hash * i + (big << i);
            big = Math.max(big, (long) hash);
            if (i < a.length && (double) a[i] > b[i]) {
                a[i] = (float) ((double) a[i] * b[i]);
                double scale = (float) (a[i] * 0.1);
                result += (double) a[i] * b[i] * scale;
            }
            result += 1.0 / (i + 1);
            result += (double) i / n;
        }
        return result + big + (hash % 1000);
    }
}
