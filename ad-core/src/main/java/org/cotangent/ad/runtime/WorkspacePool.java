package org.cotangent.ad.runtime;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few workspaces that the calls of one function object take turns with, so that the object has no
 * visible state and allocates nothing once warm.
 *
 * <p>Lock-free and re-entrant: whoever finds none makes a new one. (Considered: ThreadLocal, which
 * keeps one for every virtual thread that ever called and holds class loaders in memory.)
 */
public final class WorkspacePool {

    /** Enough for the threads that are inside one function object at once on usual machines. */
    private static final int CAPACITY = 16;

    /** A power of two; after so many uses of a workspace its excess memory is given back. */
    private static final int USES_BETWEEN_RELEASES = 64;

    private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(CAPACITY);

    /** A workspace on loan; its tapes are empty. */
    public static final class Entry {
        private final Workspace workspace = new Workspace();
        private int uses;

        private Entry() {}

        public Workspace workspace() {
            return workspace;
        }
    }

    /** A workspace nobody else uses until it is given back; one never given back is simply garbage. */
    public Entry borrow() {
        for (int i = 0; i < CAPACITY; i++) {
            Entry entry = entries.get(i);
            if (entry != null && entries.compareAndSet(i, entry, null)) {
                return entry;
            }
        }
        return new Entry();
    }

    /**
     * Gives a borrowed workspace back after a call that ended normally. After an exception it must
     * not be given back, as its tapes are not empty.
     */
    public void giveBack(Entry entry) {
        entry.uses++;
        if (entry.uses % USES_BETWEEN_RELEASES == 0) {
            entry.workspace.release();
        }
        for (int i = 0; i < CAPACITY; i++) {
            if (entries.get(i) == null && entries.compareAndSet(i, null, entry)) {
                return;
            }
        }
    }
}
