/**
 * Observers to choose from: text for who waits, files for whose process may die, and tables for
 * plots. They compose by {@link org.cotangent.optim.run.Observer#and}; each object watches one run
 * at a time.
 */
@NullMarked
package org.cotangent.optim.observe;

import org.jspecify.annotations.NullMarked;
