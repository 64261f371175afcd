package org.cotangent.ad.transform;

import java.util.List;
import java.util.Map;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/** The rules of an external routine, asked for once, so that one rule becomes one procedure. */
record Rules(List<Rule> tangents, List<Rule> adjoints, Map<String, Rule> partials) {

    static Rules of(External external) {
        return new Rules(external.tangents(), external.adjoints(), external.partials());
    }
}
