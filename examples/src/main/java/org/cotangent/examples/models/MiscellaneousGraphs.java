package org.cotangent.examples.models;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;

/** The models that NIST classes as miscellaneous. */
public final class MiscellaneousGraphs implements GraphSource {

    @Override
    public String className() {
        return "org.cotangent.examples.nist.MiscellaneousModels";
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(
                NistModel.SHIFTED_POWER.definition("shiftedPower"),
                NistModel.POWER.definition("power"),
                NistModel.THREE_CYCLES.definition("threeCycles"),
                NistModel.INVERSE_SQUARE.definition("inverseSquare"),
                NistModel.INVERSE_ROOT.definition("inverseRoot"),
                NistModel.HYPERBOLA.definition("hyperbola"),
                NistModel.QUANTUM_DEFECT.definition("quantumDefect"));
    }
}
