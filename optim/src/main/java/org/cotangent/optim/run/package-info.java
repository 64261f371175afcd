/**
 * What every optimizer shares, so that none has its own idea of it: counted and limited
 * evaluations, when to stop, who watches, and what comes back.
 */
@NullMarked
package org.cotangent.optim.run;

import org.jspecify.annotations.NullMarked;
