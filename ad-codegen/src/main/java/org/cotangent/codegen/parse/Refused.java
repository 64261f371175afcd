package org.cotangent.codegen.parse;

import java.util.Optional;

/**
 * Ends the reading of a statement that was refused. The reason is among the problems already; the
 * next statement is read nevertheless, so that all of them are told at once.
 */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused() {
        super("refused; the reason is among the problems", null, false, false);
    }

    /** Reads parts of one statement in order, all of them even if one is refused, so that all is told. */
    static void all(Runnable... parts) {
        Optional<Refused> first = Optional.empty();
        for (Runnable part : parts) {
            try {
                part.run();
            } catch (Refused refused) {
                first = first.or(() -> Optional.of(refused));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }
}
