package org.cotangent.optim.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** State in memory, for tests. */
public final class Snapshot {

    private final byte[] bytes;

    private Snapshot(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Writes what an object holds now. */
    public static Snapshot of(Stateful object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        object.exchange(new StateWriter(out));
        return new Snapshot(out.toByteArray());
    }

    /** Gives another object what the first one held. */
    public void restore(Stateful object) {
        object.exchange(new StateReader(new ByteArrayInputStream(bytes)));
    }

    /** What was written. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
