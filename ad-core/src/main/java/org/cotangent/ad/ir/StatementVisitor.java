package org.cotangent.ad.ir;

import org.jspecify.annotations.Nullable;

/**
 * One method for each kind of statement.
 *
 * @param <R> what a visit gives
 */
public interface StatementVisitor<R extends @Nullable Object> {

    R assign(Statement.Assign assign);

    R store(Statement.Store store);

    R allocate(Statement.Allocate allocate);

    R block(Statement.Block block);

    R branch(Statement.If branch);

    R count(Statement.For loop);

    R loop(Statement.While loop);

    R leave(Statement.Break leave);

    R next(Statement.Continue next);

    R exit(Statement.Return exit);

    R fail(Statement.Throw failure);

    R call(Statement.Call call);

    R save(Statement.Save save);

    R restore(Statement.Restore restore);

    R comment(Statement.Comment comment);
}
