package org.cotangent.benchmarks;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;

/** A straight-line function of 1,250 operations, a tenth of them divisions, sines and exponentials. */
public final class MixedSource implements GraphSource {

    static final int OPERATIONS = 1250;
    static final double RARE = 0.1;
    static final long SEED = 7;

    private final RandomGraph graph = new RandomGraph(OPERATIONS, RARE, SEED);

    @Override
    public String className() {
        return "org.cotangent.benchmarks.generated.Mixed";
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(GraphDefinition.of("f", graph.result(), List.of(graph.variables()), List.of()));
    }
}
