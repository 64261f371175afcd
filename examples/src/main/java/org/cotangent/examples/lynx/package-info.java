/** A differential equation fitted to a century-old record: how lynxes and snowshoe hares depend on each other. */
@NullMarked
package org.cotangent.examples.lynx;

import org.jspecify.annotations.NullMarked;
