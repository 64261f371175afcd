package org.cotangent.optim.run;

/** An evaluation whose buffers can be used again for another point. */
public interface MovableEvaluation extends Evaluation {

    /** Forgets what is known and hands out the point's buffer, to be filled with another point. */
    double[] overwrite();
}
