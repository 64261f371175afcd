package org.cotangent.examples.models;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;

/** The models that NIST classes as rational. */
public final class RationalGraphs implements GraphSource {

    @Override
    public String className() {
        return "org.cotangent.examples.nist.RationalModels";
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(
                NistModel.CUBIC_OVER_CUBIC.definition("cubicOverCubic"),
                NistModel.QUADRATIC_OVER_QUADRATIC.definition("quadraticOverQuadratic"),
                NistModel.KOWALIK_OSBORNE.definition("kowalikOsborne"));
    }
}
