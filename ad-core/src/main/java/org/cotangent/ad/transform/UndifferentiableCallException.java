package org.cotangent.ad.transform;

import java.util.List;
import org.cotangent.ad.ir.External;

/**
 * Says that a program cannot be differentiated because the rules of a routine that it calls do not
 * give what is asked for. Whoever knows the source can tell its author where, and what to write.
 */
public final class UndifferentiableCallException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient External routine;
    private final transient List<String> inputs;
    private final Derivation.Kind missing;
    private final String reason;

    UndifferentiableCallException(
            String message, External routine, List<String> inputs, Derivation.Kind missing, String reason) {
        super(message);
        this.routine = routine;
        this.inputs = inputs;
        this.missing = missing;
        this.reason = reason;
    }

    /** The routine that is called. */
    public External routine() {
        return routine;
    }

    /** The parameters of the routine that take a value which depends on a variable. */
    public List<String> inputs() {
        return inputs;
    }

    /** The kind of rule that it lacks. */
    public Derivation.Kind missing() {
        return missing;
    }

    /** What its rules lack. */
    public String reason() {
        return reason;
    }
}
