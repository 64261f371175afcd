// Values are sorted by keys that are data: insertion sort.
// f: 5 in 0.5..1.5, {3, 1, 2, 5, 4}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SortByKeys {
    @Differentiable
    static double f(double[] x, int[] given) {
        int[] keys = given.clone();
        double[] a = x.clone();
        for (int i = 1; i < a.length; i++) {
            int key = keys[i];
            double value = a[i];
            int j = i - 1;
            while (j >= 0 && keys[j] > key) {
                keys[j + 1] = keys[j];
                a[j + 1] = a[j];
                j--;
            }
            keys[j + 1] = key;
            a[j + 1] = value;
        }
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            y = y * 0.5 + a[i] * a[i] * (i + 1);
        }
        return y;
    }
}
