/**
 * Runs procedures without a compiler, anywhere: a program is translated once into flat register
 * code, which is then run over doubles or over complex numbers. It holds no derivative code;
 * derivatives are procedures like any other.
 */
@NullMarked
package org.cotangent.ad.eval;

import org.jspecify.annotations.NullMarked;
