package org.cotangent.ad.expr;

import org.jspecify.annotations.Nullable;

/**
 * One method for each kind of graph node.
 *
 * @param <R> what a visit gives
 */
public interface GraphVisitor<R extends @Nullable Object> {

    R elementwise(Elementwise node);

    R view(View node);

    R reduction(Reduction node);

    R product(Product node);

    R scan(Scan node);

    R join(Join node);

    R table(Table node);

    R fold(Fold node);

    R application(Application node);
}
