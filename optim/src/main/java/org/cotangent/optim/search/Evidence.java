package org.cotangent.optim.search;

/** Collects what the rejected trials of a search show, for a diagnosis if it fails. */
final class Evidence {

    /** Secants of two steps that agree this well show a straight line (one part in four). */
    private static final double AGREEMENT = 0.25;

    /** A change of so many units in the last place is rounding in the value of a sum. */
    private static final double INVISIBLE = 8;

    /** Trials without a visible change, after which there is none to expect. */
    private static final int PATIENCE = 4;

    private final Path path;
    private double noise;
    private boolean sawWall;
    private int invisible;
    private boolean sawFinite;
    private boolean sawProportionalRise;
    private double largestPromise;
    private double lastSecant = Double.NaN;

    /** For searches along a path, each of which begins it. */
    Evidence(Path path) {
        this.path = path;
    }

    /** Of one search. */
    static Evidence begun(Path path) {
        Evidence evidence = new Evidence(path);
        evidence.begin();
        return evidence;
    }

    /** Forgets what it has, for the path as it is aimed now. */
    void begin() {
        noise = Decrease.FLOOR * Math.abs(path.origin().value());
        sawWall = false;
        invisible = 0;
        sawFinite = false;
        sawProportionalRise = false;
        largestPromise = 0;
        lastSecant = Double.NaN;
    }

    /** Whether further trials would only compare rounding errors, of values and of slopes. */
    boolean isHopeless() {
        return invisible >= PATIENCE;
    }

    /** Takes in a rejected trial. */
    void note(double t, double value) {
        if (!Double.isFinite(value)) {
            invisible = 0;
            noteWall();
            return;
        }
        double start = path.origin().value();
        double promise = Math.abs(path.slope()) * t;
        boolean isVisible = promise > INVISIBLE * Math.ulp(start) || Math.abs(value - start) > noise;
        invisible = isVisible ? 0 : invisible + 1;
        // A step that rounding swallows ends at its origin, which says nothing of what lies beside.
        sawFinite |= promise > Math.ulp(start);
        largestPromise = Math.max(largestPromise, promise);
        double change = value - start;
        if (change > noise) {
            double secant = change / t;
            sawProportionalRise |= Math.abs(secant - lastSecant) <= AGREEMENT * secant;
            lastSecant = secant;
        }
    }

    /** Takes in a trial whose value or gradient is not finite. */
    void noteWall() {
        sawWall = true;
    }

    Diagnosis diagnosis() {
        if (sawWall && !sawFinite) {
            return Diagnosis.NON_FINITE_WALL;
        }
        if (sawProportionalRise) {
            return Diagnosis.INCONSISTENT_GRADIENT;
        }
        return largestPromise <= noise || Double.isNaN(lastSecant)
                ? Diagnosis.ROUNDING_FLOOR
                : Diagnosis.TOO_MANY_TRIALS;
    }
}
