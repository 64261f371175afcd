/** Where cameras stood and what they saw, from photographs: bundle adjustment, real and of the ADBench suite. */
@NullMarked
package org.cotangent.examples.bundle;

import org.jspecify.annotations.NullMarked;
