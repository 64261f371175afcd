package org.cotangent.codegen.parse;

import java.util.Optional;
import org.cotangent.ad.ir.External;

/**
 * A method whose source is not there: it is called, and carries no derivative.
 *
 * @param callee how programs call it
 * @param result its type; empty for void
 */
record ExternalMethod(External callee, Optional<JavaType> result) {}
