package org.cotangent.optim.search;

import java.util.Optional;
import java.util.OptionalInt;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Spectrum;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.trust.FlatProbe;
import org.cotangent.optim.trust.Outlook;

/**
 * Looks once more before a claim is made, where a method knows second derivatives: what is known of the point beyond its
 * gradient, and whether a lower one is beside it.
 */
final class Certification implements Stateful {

    private final Direction.Memory memory;
    private final Outlook.Look look;
    private final Standing standing;
    private final Journal journal;
    private final Heading heading;
    private Certificate certificate = Certificate.FIRST_ORDER;
    private long nextLook;

    Certification(Direction.Memory memory, Outlook.Look look, Standing standing, Journal journal, Heading heading) {
        this.memory = memory;
        this.look = look;
        this.standing = standing;
        this.journal = journal;
        this.heading = heading;
    }

    /** What is known of the last point that was looked at. */
    Certificate certificate() {
        return certificate;
    }

    /** Forgets it, for a point that is not claimed. */
    void withdraw() {
        certificate = Certificate.FIRST_ORDER;
    }

    /**
     * Whether the current point turns out to be no minimum; the heading then leads to a lower one. Where the budget does
     * not allow a look, a claim stands without being certified further.
     *
     * @param onArrival what was known of the point before
     */
    boolean leadsOn(Certificate onArrival) {
        try {
            certificate = memory.certify(standing.current(), heading);
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            return false;
        }
        boolean secondOrder = !certificate.equals(Certificate.FIRST_ORDER);
        certificate = secondOrder
                ? new Certificate(certificate.gap(), certificate.curvature(), onArrival.spectrum())
                : onArrival;
        return certificate.curvature().orElse(0) < 0 || secondOrder && isDoubtful() && drops();
    }

    /** Whether second derivatives were asked and leave open whether the point is a minimum. */
    private boolean isDoubtful() {
        boolean far = FlatProbe.isFar(certificate.gap().orElse(0), journal.gradientNorm(), size());
        boolean singular = certificate.spectrum().filter(Spectrum::isSingular).isPresent();
        boolean open = certificate.gap().isEmpty() || far || singular;
        return open && journal.iteration() >= nextLook && journal.limit().isEmpty();
    }

    private double size() {
        return Math.max(journal.pointNorm(), journal.firstPointNorm());
    }

    /** Looks whether the value falls where second derivatives say nothing, and heads there if it does. */
    private boolean drops() {
        try {
            Optional<Outlook> seen =
                    standing.current() instanceof FunctionEvaluation at ? look.from(at) : Optional.empty();
            return seen.isPresent() && drops(seen.get());
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            return false;
        }
    }

    private boolean drops(Outlook seen) {
        OptionalInt probed = seen.lower(size(), this::head);
        probed.ifPresent(directions -> certificate = known(seen).probed(directions));
        // More and more rarely, as it costs.
        nextLook = probed.isPresent() ? nextLook : 2 * journal.iteration() + 1;
        return probed.isEmpty();
    }

    /** What the method itself found, and beyond that what the outlook tells. */
    private Certificate known(Outlook seen) {
        boolean replaced = certificate.gap().isEmpty() && seen.hasMinimum();
        Certificate there = seen.certificate();
        return new Certificate(replaced ? there.gap() : certificate.gap(), certificate.curvature(), there.spectrum());
    }

    private void head(double[] direction, double length) {
        System.arraycopy(direction, 0, heading.vector(), 0, direction.length);
        heading.set(0, length);
    }

    @Override
    public void exchange(State state) {
        nextLook = state.integer(nextLook);
        certificate = certificate.exchange(state);
    }
}
