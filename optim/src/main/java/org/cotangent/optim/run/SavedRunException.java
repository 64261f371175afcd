package org.cotangent.optim.run;

import java.io.IOException;

/** Says why a file is not a run that can be resumed: foreign, from a newer version, cut off or damaged. */
public final class SavedRunException extends IOException {

    SavedRunException(String message) {
        super(message);
    }
}
