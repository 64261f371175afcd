/** Reads Java methods as programs, or says where and why that cannot be done. */
@NullMarked
package org.cotangent.codegen.parse;

import org.jspecify.annotations.NullMarked;
