package org.cotangent.ad.expr;

/** Code that graphs call and only lowering knows, see {@link CustomFunction}. */
public interface Foreign {}
