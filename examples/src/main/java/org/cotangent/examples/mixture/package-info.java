/** Data as a mixture of normal distributions: the problem of the ADBench suite, and groups found in real data. */
@NullMarked
package org.cotangent.examples.mixture;

import org.jspecify.annotations.NullMarked;
