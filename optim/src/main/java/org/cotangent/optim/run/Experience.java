package org.cotangent.optim.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/**
 * What a method learned about a function in one run and may use in another: from another start, or
 * for a function that changed a little. Immutable, and independent of the run it came from.
 */
public final class Experience {

    private final Identity identity;
    private final byte[] state;

    private Experience(Identity identity, byte[] state) {
        this.identity = identity;
        this.state = state;
    }

    /** What a run knows now. */
    public static Experience of(Identity identity, Stateful memory) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        memory.exchange(new StateWriter(out));
        return new Experience(identity, out.toByteArray());
    }

    /** Nothing. */
    public static Experience none(Identity identity) {
        return new Experience(identity, new byte[0]);
    }

    /** Whether there is any, and it is of the same method, dimension and name of the problem. */
    public boolean fits(Identity other) {
        return state.length > 0 && identity.equals(other);
    }

    /** Hands it to the memory of a new run; one that it does not fit stays as it is. */
    public void pass(Identity other, Stateful memory) {
        if (fits(other)) {
            memory.exchange(new StateReader(new ByteArrayInputStream(state)));
        }
    }
}
