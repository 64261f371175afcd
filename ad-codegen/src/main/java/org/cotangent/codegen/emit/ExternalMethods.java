package org.cotangent.codegen.emit;

import org.cotangent.ad.ir.External;

/** How generated code calls code outside of it. */
interface ExternalMethods {

    /** Text of the method to call, with the declared parameters and result. */
    String method(External external, Code code);
}
