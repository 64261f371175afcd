/**
 * The one intermediate representation: structured programs over typed registers and arrays, whose
 * right-hand sides are expressions. Graphs and Java methods become procedures; transforms turn
 * procedures into procedures; interpreter and generator run or print them.
 */
@NullMarked
package org.cotangent.ad.ir;

import org.jspecify.annotations.NullMarked;
