package org.cotangent.ad.ir;

import java.util.Map;

/** Gives a procedure and those that it calls other names. */
final class CallNames implements StatementVisitor<Statement> {

    private final Map<String, String> names;

    private CallNames(Map<String, String> names) {
        this.names = names;
    }

    static Procedure replaced(Procedure procedure, Map<String, String> names) {
        return procedure
                .withBody(new CallNames(names).inside(procedure.body()))
                .withName(names.getOrDefault(procedure.name(), procedure.name()));
    }

    private Statement.Block inside(Statement.Block block) {
        return new Statement.Block(
                block.label(),
                block.statements().stream().map(s -> s.accept(this)).toList());
    }

    @Override
    public Statement call(Statement.Call call) {
        if (!(call.callee() instanceof Callee.Internal)) {
            return call;
        }
        String name = call.callee().name();
        return new Statement.Call(call.results(), names.getOrDefault(name, name), call.arguments());
    }

    @Override
    public Statement block(Statement.Block block) {
        return inside(block);
    }

    @Override
    public Statement branch(Statement.If branch) {
        return new Statement.If(branch.condition(), inside(branch.then()), inside(branch.otherwise()));
    }

    @Override
    public Statement count(Statement.For loop) {
        return new Statement.For(
                loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), inside(loop.body()));
    }

    @Override
    public Statement loop(Statement.While loop) {
        return new Statement.While(loop.label(), loop.condition(), inside(loop.body()));
    }

    @Override
    public Statement assign(Statement.Assign assign) {
        return assign;
    }

    @Override
    public Statement store(Statement.Store store) {
        return store;
    }

    @Override
    public Statement allocate(Statement.Allocate allocate) {
        return allocate;
    }

    @Override
    public Statement leave(Statement.Break leave) {
        return leave;
    }

    @Override
    public Statement next(Statement.Continue next) {
        return next;
    }

    @Override
    public Statement exit(Statement.Return exit) {
        return exit;
    }

    @Override
    public Statement fail(Statement.Throw fail) {
        return fail;
    }

    @Override
    public Statement save(Statement.Save save) {
        return save;
    }

    @Override
    public Statement restore(Statement.Restore restore) {
        return restore;
    }

    @Override
    public Statement comment(Statement.Comment comment) {
        return comment;
    }
}
