package org.cotangent.ad.check;

import java.util.EnumMap;
import java.util.Map;

/** How often each verdict was given. */
final class Confusion {

    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    void add(Verdict verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }

    int of(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
