package org.cotangent.examples.models;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.VectorExpr;

/** The parameters of a regression model, numbered from 1 as statisticians write them. */
record Coefficients(VectorExpr vector) {

    Expr get(int number) {
        return vector.get(number - 1);
    }
}
