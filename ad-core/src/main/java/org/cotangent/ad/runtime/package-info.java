/**
 * What generated derivative code and the interpreter need at run time: scalar primitives that
 * {@link java.lang.Math} lacks, tapes, and pools of reusable workspaces.
 */
@NullMarked
package org.cotangent.ad.runtime;

import org.jspecify.annotations.NullMarked;
