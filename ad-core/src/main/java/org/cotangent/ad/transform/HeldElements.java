package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Holds an element in a register through a loop that adds to it: {@code for (i) aBar[k] += e(i)}, the
 * adjoint of a loop that reads {@code a[k]}. Java's compilers leave the element in memory, as any array
 * stored into might be the same, so every turn waits for the store of the last one. The additions and
 * their order stay as they are.
 */
final class HeldElements extends Rewrite implements ExprVisitor<Expr> {

    private final Aliases aliases;
    private final Memory memory;
    private final Names names;
    private final Set<Variable> putBack;
    private final Map<Expr, Variable> registers = new HashMap<>();

    private HeldElements(Aliases aliases, Memory memory, Names names, Set<Variable> putBack) {
        this.aliases = aliases;
        this.memory = memory;
        this.names = names;
        this.putBack = putBack;
    }

    /**
     * A program in three-address form, with sums in registers.
     *
     * @param putBack registers whose stores put memory back to what it held, which stay stores
     */
    static Program of(Program program, Names names, Set<Variable> putBack) {
        Memory memory = Memory.of(program);
        return program.map(procedure -> of(procedure, memory, names, putBack));
    }

    private static Procedure of(Procedure procedure, Memory memory, Names names, Set<Variable> putBack) {
        HeldElements pass = new HeldElements(Aliases.of(procedure, memory), memory, names, putBack);
        return procedure.withBody(pass.rewrite(procedure.body()));
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        List<Load> elements = isNever(loop) ? List.of() : new Candidates(loop).elements();
        if (elements.isEmpty()) {
            return super.count(loop);
        }
        Statement.Block held = capture("", () -> hold(loop, elements));
        Expr first = loop.step() > 0 ? loop.from() : loop.to();
        Expr second = loop.step() > 0 ? loop.to() : loop.from();
        Expr turns = rewrite(
                first instanceof Constant
                        ? Expr.apply(Op.INTEGER_GREATER, second, first)
                        : Expr.apply(Op.INTEGER_LESS, first, second));
        if (loop.from() instanceof Constant && loop.to() instanceof Constant) {
            held.statements().forEach(this::emit);
        } else {
            // Where no turn is made, there may be no such element.
            emit(new Statement.If(turns, held, Statement.Block.of()));
        }
        return null;
    }

    private static boolean isNever(Statement.For loop) {
        return loop.from() instanceof Constant from
                && loop.to() instanceof Constant to
                && (loop.step() > 0 ? from.integer() >= to.integer() : from.integer() <= to.integer());
    }

    private void hold(Statement.For loop, List<Load> elements) {
        Map<Load, Variable> own = new LinkedHashMap<>();
        for (Load element : elements) {
            Variable register = names.variable(((Variable) element.array()).name() + "Sum", Type.DOUBLE);
            emit(new Statement.Assign(register, element.accept(this)));
            own.put(element, register);
        }
        registers.putAll(own);
        super.count(loop);
        own.forEach((element, register) -> {
            registers.remove(element);
            emit(new Statement.Store(element.array(), element.index().accept(this), register));
        });
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        Variable register = registers.get(store.array().at(store.index()));
        return register == null ? super.store(store) : copy(new Statement.Assign(register, rewrite(store.value())));
    }

    @Override
    Expr rewrite(Expr expression) {
        return registers.isEmpty() ? expression : expression.accept(this);
    }

    @Override
    public Expr constant(Constant constant) {
        return constant;
    }

    @Override
    public Expr variable(Variable variable) {
        return variable;
    }

    @Override
    public Expr apply(Apply apply) {
        Expr @Nullable [] operands = Operands.rewritten(apply, this);
        return operands == null ? apply : Expr.apply(apply.op(), operands);
    }

    @Override
    public Expr load(Load load) {
        Variable register = registers.get(load);
        return register == null ? load.array().accept(this).at(load.index().accept(this)) : register;
    }

    @Override
    public Expr length(Length length) {
        return length.array().accept(this).length();
    }

    /** The elements that a loop may hold. */
    private final class Candidates {

        private final Statement.For loop;
        private final Set<Variable> assigned = new HashSet<>();
        /** By class of memory: the one element of it that is used; empty if there are more. */
        private final Map<Object, Optional<Load>> used = new LinkedHashMap<>();

        private final Set<Object> stored = new HashSet<>();
        private boolean possible = true;

        Candidates(Statement.For loop) {
            this.loop = loop;
        }

        List<Load> elements() {
            for (Statement statement : loop.body().statements()) {
                if (statement instanceof Statement.Store store && isOneReal(store)) {
                    stored.add(aliases.classOf(store.array()));
                }
            }
            List<Load> elements = new ArrayList<>();
            if (stored.isEmpty()) {
                return elements;
            }
            assigned.add(loop.counter());
            Walk.statements(loop.body(), this::visit);
            used.forEach((memoryClass, element) -> {
                if (possible && stored.contains(memoryClass)) {
                    element.filter(this::isSteady).ifPresent(elements::add);
                }
            });
            return elements;
        }

        private boolean isOneReal(Statement.Store store) {
            return store.array() instanceof Variable array && array.type().equals(Type.DOUBLES);
        }

        private boolean isSteady(Load element) {
            return element.array() instanceof Variable array
                    && !assigned.contains(array)
                    && !registers.containsKey(element)
                    && !Reads.any(
                            element.index(),
                            part -> part instanceof Load
                                    || (part instanceof Variable variable && assigned.contains(variable)));
        }

        private void visit(Statement statement) {
            Walk.assigned(statement, assigned::add);
            possible &= !Completion.isJump(statement);
            if (statement instanceof Statement.Call call) {
                possible &= !memory.of(call.callee()).isTaping()
                        && call.arguments().stream()
                                .noneMatch(argument -> argument.type().isArray());
            } else if (statement instanceof Statement.Store store) {
                Load element = (Load) store.array().at(store.index());
                use(element, !element.type().isArray() && !putBack.contains(store.value()));
            } else if (statement instanceof Statement.Restore restore
                    && restore.target().type().isArray()) {
                refuse(restore.target());
            } else if (statement instanceof Statement.Allocate allocate) {
                refuse(allocate.target());
            }
            Walk.expressions(statement, this::read);
        }

        private void read(Expr expression) {
            if (expression.type().isArray()) {
                return;
            }
            Reads.any(expression, part -> {
                if (part instanceof Load load) {
                    use(load, !load.type().isArray());
                }
                return false;
            });
        }

        private void use(Load element, boolean plain) {
            Object memoryClass = aliases.classOf(element.array());
            Optional<Load> own = plain ? Optional.of(element) : Optional.empty();
            used.merge(memoryClass, own, (first, second) -> first.equals(second) ? first : Optional.empty());
        }

        private void refuse(Variable array) {
            used.put(aliases.classOf((Object) array), Optional.empty());
        }
    }
}
