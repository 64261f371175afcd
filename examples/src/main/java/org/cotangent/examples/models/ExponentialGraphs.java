package org.cotangent.examples.models;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;

/** The models that NIST classes as exponential. */
public final class ExponentialGraphs implements GraphSource {

    @Override
    public String className() {
        return "org.cotangent.examples.nist.ExponentialModels";
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(
                NistModel.SATURATION.definition("saturation"),
                NistModel.DECAY_OVER_LINE.definition("decayOverLine"),
                NistModel.NORMAL_PEAK.definition("normalPeak"),
                NistModel.DECAY_AND_TWO_PEAKS.definition("decayAndTwoPeaks"),
                NistModel.TWO_DECAYS.definition("twoDecays"),
                NistModel.THREE_DECAYS.definition("threeDecays"),
                NistModel.THERMISTOR.definition("thermistor"),
                NistModel.BREAKDOWN.definition("breakdown"),
                NistModel.LOGISTIC.definition("logistic"),
                NistModel.GENERALISED_LOGISTIC.definition("generalisedLogistic"));
    }
}
