package org.cotangent.ad.eval;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;

/**
 * Compiles one procedure to register code. A statement gives true, which nobody reads: the code is
 * what it leaves behind.
 */
final class ProcedureCompiler implements StatementVisitor<Boolean> {

    /** Where break and continue of a label lead. */
    private record Target(String label, Label leave, Label next) {}

    private final Procedure procedure;
    private final ProgramCompiler program;
    private final Registers registers;
    private final Assembler out;
    private final ExpressionCompiler expressions;
    private final Deque<Target> targets = new ArrayDeque<>();
    private final Set<Variable> reassigned = Collections.newSetFromMap(new IdentityHashMap<>());
    private int conditional;

    private ProcedureCompiler(Procedure procedure, ProgramCompiler program, boolean keeping) {
        this.procedure = procedure;
        this.program = program;
        registers = new Registers(keeping);
        out = new Assembler(program.isCounting());
        expressions = new ExpressionCompiler(out, registers);
    }

    static Body compile(Procedure procedure, ProgramCompiler program) {
        ProcedureCompiler compiler = new ProcedureCompiler(procedure, program, false);
        compiler.declare();
        compiler.inside(procedure.body());
        compiler.out.emit(Code.RETURN);
        return compiler.body();
    }

    /**
     * Compiles straight-line code with the sweep back over it.
     *
     * @param procedure its parameters and results are those of the gradient, its body that of the
     *     function
     * @param value what the function returns, which becomes the first result
     * @return empty if the code does not allow it
     */
    static Optional<Body> gradient(
            Procedure procedure, Variable value, List<ReverseSweep.Shadow> shadows, ProgramCompiler program) {
        ProcedureCompiler compiler = new ProcedureCompiler(procedure, program, true);
        compiler.declare();
        compiler.inside(procedure.body());
        if (!ReverseSweep.append(compiler.registers, compiler.out, procedure.parameters(), value, shadows)) {
            return Optional.empty();
        }
        int result = compiler.registers.of(procedure.results().get(0));
        compiler.out.emit(Code.MOVE, result, compiler.registers.of(value));
        compiler.out.emit(Code.RETURN);
        return Optional.of(compiler.body());
    }

    private void declare() {
        procedure.parameters().forEach(v -> registers.declare(v, false));
        procedure.results().forEach(registers::of);
    }

    private Body body() {
        int[] code = out.code();
        int[] scheduled = Scheduling.schedule(
                code, registers.count(Bank.REAL), registers.count(Bank.REFERENCE), disjointArrays());
        return new Body(procedure, registers, code, scheduled, out.origins());
    }

    /**
     * Array parameters that always stay the same array and overlap no other. Those of callees may:
     * an array passed twice to a callee that only reads it has one adjoint, which the callee's
     * reverse sweep stores into under two names.
     */
    private int[] disjointArrays() {
        if (!program.isEntry(procedure)) {
            return new int[0];
        }
        return procedure.parameters().stream()
                .filter(v -> v.type().isArray() && !reassigned.contains(v))
                .mapToInt(registers::of)
                .toArray();
    }

    /** The register of a variable that the current statement assigns. */
    private int assigned(Variable target) {
        if (target.type().isArray()) {
            reassigned.add(target);
        }
        return registers.assigned(target, conditional == 0);
    }

    private void inside(Statement.Block block) {
        block.statements().forEach(s -> s.accept(this));
    }

    /** Statements that a run may pass by. */
    private void perhaps(Statement.Block block) {
        conditional++;
        inside(block);
        conditional--;
    }

    @Override
    public Boolean assign(Statement.Assign assign) {
        expressions.begin(assign.value());
        expressions.assign(assign.value(), assigned(assign.target()));
        expressions.end();
        return true;
    }

    @Override
    public Boolean store(Statement.Store store) {
        expressions.begin(store.array(), store.index(), store.value());
        if (!accumulate(store)) {
            int array = expressions.evaluate(store.array());
            int index = expressions.evaluate(store.index());
            int value = expressions.evaluate(store.value());
            out.emitFrom(store.array(), Instructions.store(store.array().type()), array, index, value);
        }
        expressions.end();
        return true;
    }

    /** {@code array[index] = array[index] + value}, which every adjoint of a read is. */
    private boolean accumulate(Statement.Store store) {
        if (Instructions.store(store.array().type()) != Code.STORE
                || !(store.value() instanceof Apply sum)
                || sum.op() != Op.ADD
                || !(sum.operand(0) instanceof Load load)
                || load.array() != store.array()
                || !load.index().equals(store.index())
                || !expressions.isPrivate(load)
                || expressions.mayDivide()) {
            return false;
        }
        int array = expressions.evaluate(store.array());
        int index = expressions.evaluate(store.index());
        Expr value = sum.operand(1);
        if (expressions.isPrivate(value, Op.MULTIPLY)) {
            int first = expressions.evaluate(((Apply) value).operand(0));
            int second = expressions.evaluate(((Apply) value).operand(1));
            out.count(2);
            out.emitFrom(store.array(), Code.ACCUMULATE_PRODUCT, array, index, first, second);
        } else {
            int register = expressions.evaluate(value);
            out.count(1);
            out.emitFrom(store.array(), Code.ACCUMULATE, array, index, register);
        }
        return true;
    }

    @Override
    public Boolean allocate(Statement.Allocate allocate) {
        Expr[] lengths = allocate.lengths().toArray(Expr[]::new);
        expressions.begin(lengths);
        int[] instruction = new int[4 + lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            instruction[4 + i] = expressions.evaluate(lengths[i]);
        }
        instruction[0] = Code.ALLOCATE;
        instruction[1] = instruction.length;
        instruction[2] = assigned(allocate.target());
        instruction[3] = program.number(allocate.target().type());
        out.emitFrom(allocate.target(), instruction);
        expressions.end();
        return true;
    }

    @Override
    public Boolean block(Statement.Block block) {
        if (!block.isLabelled()) {
            inside(block);
            return true;
        }
        Label end = new Label();
        targets.push(new Target(block.label(), end, end));
        perhaps(block);
        targets.pop();
        out.bind(end);
        return true;
    }

    @Override
    public Boolean branch(Statement.If branch) {
        Label otherwise = new Label();
        decide(branch.condition(), false, otherwise);
        perhaps(branch.then());
        if (branch.otherwise().isEmpty()) {
            out.bind(otherwise);
            return true;
        }
        Label end = new Label();
        out.jump(end, Code.JUMP);
        out.bind(otherwise);
        perhaps(branch.otherwise());
        out.bind(end);
        return true;
    }

    private void decide(Expr condition, boolean sense, Label label) {
        expressions.begin(condition);
        expressions.jump(condition, sense, label);
        expressions.end();
    }

    /** The end of the range does not change in the body, so it is evaluated once. */
    @Override
    public Boolean count(Statement.For loop) {
        Optional<Statement.Store> fill = fill(loop);
        if (fill.isPresent()) {
            fill(fill.get(), loop.counter());
            return true;
        }
        expressions.begin(loop.from(), loop.to());
        int counter = assigned(loop.counter());
        int limit = registers.fresh(Bank.INTEGER);
        expressions.assign(loop.from(), counter);
        expressions.assign(loop.to(), limit);
        expressions.end();
        boolean up = loop.step() > 0;
        Label body = new Label();
        Label next = new Label();
        Label end = new Label();
        int first = up ? counter : limit;
        int second = up ? limit : counter;
        out.jump(end, Code.JUMP_INTEGER_NOT_LESS, first, second);
        out.bind(body);
        turns(loop.label(), end, next, loop.body());
        out.bind(next);
        out.jump(body, up ? Code.NEXT_UP : Code.NEXT_DOWN, counter, loop.step(), limit);
        out.bind(end);
        return true;
    }

    /** The store of a constant that a loop over all elements of a vector consists of, as every gradient begins. */
    private static Optional<Statement.Store> fill(Statement.For loop) {
        List<Statement> body = loop.body().statements();
        boolean fills = body.size() == 1
                && body.get(0) instanceof Statement.Store store
                && store.array() instanceof Variable
                && Instructions.store(store.array().type()) == Code.STORE
                && store.index().equals(loop.counter())
                && store.value() instanceof Constant
                && loop.to() instanceof Length length
                && length.array().equals(store.array())
                && loop.from() instanceof Constant from
                && from.integer() == 0
                && loop.step() == 1;
        return fills ? Optional.of((Statement.Store) body.get(0)) : Optional.empty();
    }

    private void fill(Statement.Store store, Variable counter) {
        expressions.begin(store.array(), store.value());
        int array = expressions.evaluate(store.array());
        int value = expressions.evaluate(store.value());
        out.emitFrom(store.array(), Code.LENGTH, assigned(counter), array);
        out.emitFrom(store.array(), Code.FILL, array, value);
        expressions.end();
    }

    @Override
    public Boolean loop(Statement.While loop) {
        Label body = new Label();
        Label next = new Label();
        Label end = new Label();
        out.jump(next, Code.JUMP);
        out.bind(body);
        turns(loop.label(), end, next, loop.body());
        out.bind(next);
        decide(loop.condition(), true, body);
        out.bind(end);
        return true;
    }

    private void turns(String label, Label leave, Label next, Statement.Block body) {
        targets.push(new Target(label, leave, next));
        perhaps(body);
        targets.pop();
    }

    @Override
    public Boolean leave(Statement.Break leave) {
        out.jump(target(leave.label(), "break").leave(), Code.JUMP);
        return true;
    }

    @Override
    public Boolean next(Statement.Continue next) {
        out.jump(target(next.label(), "continue").next(), Code.JUMP);
        return true;
    }

    private Target target(String label, String what) {
        return targets.stream()
                .filter(t -> t.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(what + " " + label + " in procedure "
                        + procedure.name() + " has no enclosing statement of that label, expected one of "
                        + targets.stream().map(Target::label).toList()));
    }

    @Override
    public Boolean exit(Statement.Return exit) {
        out.emit(Code.RETURN);
        return true;
    }

    @Override
    public Boolean fail(Statement.Throw failure) {
        Expr[] values = failure.values().toArray(Expr[]::new);
        expressions.begin(values);
        Ints instruction = new Ints();
        instruction.add(Code.THROW);
        instruction.add(3 + values.length);
        instruction.add(program.number(Failure.of(failure, procedure.name())));
        for (Expr value : values) {
            instruction.add(expressions.evaluate(value));
        }
        out.emit(instruction.toArray());
        expressions.end();
        return true;
    }

    @Override
    public Boolean call(Statement.Call call) {
        program.check(call, procedure.name());
        Expr[] arguments = call.arguments().toArray(Expr[]::new);
        expressions.begin(arguments);
        Ints instruction = new Ints();
        instruction.add(call.callee() instanceof External ? Code.EXTERNAL : Code.CALL);
        instruction.add(3 + arguments.length + call.results().size());
        instruction.add(program.number(call.callee()));
        for (Expr argument : arguments) {
            instruction.add(expressions.evaluate(argument));
        }
        call.results().forEach(result -> instruction.add(assigned(result)));
        out.emit(instruction.toArray());
        expressions.end();
        return true;
    }

    @Override
    public Boolean save(Statement.Save save) {
        expressions.begin(save.value());
        int register = expressions.evaluate(save.value());
        Bank bank = Bank.of(save.site().type());
        out.emit(Instructions.save(bank), program.number(save.site()), register);
        expressions.end();
        return true;
    }

    @Override
    public Boolean restore(Statement.Restore restore) {
        Bank bank = Bank.of(restore.site().type());
        int register = assigned(restore.target());
        out.emitFrom(restore.site(), Instructions.restore(bank), program.number(restore.site()), register);
        return true;
    }

    @Override
    public Boolean comment(Statement.Comment comment) {
        out.from(comment.position());
        return true;
    }
}
