package org.cotangent.examples.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * The distributions on the way of a fit.
 *
 * @param title what was taken how
 * @param stops at equal times
 */
record Walk(String title, List<Stop> stops) {

    /** A normal distribution. */
    record Stop(double mean, double deviation) {

        double distance(Stop other) {
            return Math.hypot(mean - other.mean, deviation - other.deviation);
        }
    }

    int size() {
        return stops.size();
    }

    double[] means() {
        return stops.stream().mapToDouble(Stop::mean).toArray();
    }

    double[] deviations() {
        return stops.stream().mapToDouble(Stop::deviation).toArray();
    }

    /** Without stops that are nearer to the one before than a length, but with both ends. */
    Walk sparse(double length) {
        List<Stop> kept = new ArrayList<>(stops.subList(0, 1));
        for (Stop stop : stops) {
            if (kept.get(kept.size() - 1).distance(stop) >= length || stop.equals(stops.get(size() - 1))) {
                kept.add(stop);
            }
        }
        return new Walk(title, kept);
    }

    /** How far two walks are apart at the same time, at most. */
    double distance(Walk other) {
        double most = 0;
        for (int k = 0; k < size(); k++) {
            most = Math.max(most, stops.get(k).distance(other.stops.get(k)));
        }
        return most;
    }

    /** How far any two of them are apart. */
    static double apart(List<Walk> walks) {
        return walks.stream()
                .flatMapToDouble(one -> walks.stream().mapToDouble(one::distance))
                .max()
                .orElse(0);
    }
}
