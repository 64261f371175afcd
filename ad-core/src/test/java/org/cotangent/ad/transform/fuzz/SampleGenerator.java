package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.If;

/** Writes random programs; the same seed gives the same program. */
public final class SampleGenerator {

    private final SplittableRandom random;
    private final Set<Construct> constructs = EnumSet.noneOf(Construct.class);
    private final List<Callee> callees = new ArrayList<>();
    private final int rows;
    private final int columns;

    private SampleGenerator(long seed) {
        random = new SplittableRandom(seed);
        rows = 2 + random.nextInt(2);
        columns = 2 + random.nextInt(3);
    }

    /** The sample of a seed. */
    public static Sample of(long seed) {
        return new SampleGenerator(seed).sample(seed);
    }

    private Sample sample(long seed) {
        if (random.nextInt(100) < 20) {
            callees.add(ExternalCallees.of(random.nextInt(Integer.MAX_VALUE)));
        }
        int helpers = random.nextInt(100) < 45 ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < helpers; i++) {
            callees.add(callee("f" + (i + 1), random.nextInt(100) < 25));
        }
        if (helpers > 0 && random.nextInt(100) < 8) {
            callees.add(guard());
        }
        Scope scope = new Scope(random, constructs, rows, columns);
        Entry entry = new Entry(scope);
        Procedure procedure = entry.procedure();
        List<Procedure> others = callees.stream()
                .filter(c -> c.external().isEmpty())
                .map(Callee::signature)
                .toList();
        return new Sample(
                seed, Program.of(procedure, others), entry.independents, entry.outputs, entry.arguments, constructs);
    }

    /** A procedure that gives nothing and may throw, but does not here. */
    private Callee guard() {
        constructs.add(Construct.CALLEE_THROWS);
        Variable p = Variable.of("p", Type.DOUBLE);
        Statement fail = new Statement.Throw("IllegalStateException", "too large");
        Statement check = new If(p.greaterThan(1e6), Block.of(fail), Block.of());
        return new Callee(new Procedure("guard", List.of(p), List.of(), Block.of(check)), 1, false, List.of(p), -1);
    }

    private Callee callee(String name, boolean recursive) {
        Scope scope = new Scope(random, constructs, rows, columns);
        List<Variable> parameters = new ArrayList<>();
        int depth = recursive ? 0 : -1;
        if (recursive) {
            parameters.add(scope.declareFrozen("depth", Type.INT));
        }
        add(parameters, scope, "p", Type.DOUBLE, random.nextInt(3));
        add(parameters, scope, "u", Scope.DOUBLES, random.nextInt(100) < 70 ? 1 + random.nextInt(2) : 0);
        add(parameters, scope, "w", Scope.MATRIX, random.nextInt(100) < 25 ? 1 : 0);
        add(parameters, scope, "e", Scope.FLOATS, random.nextInt(100) < 12 ? 1 : 0);
        add(parameters, scope, "k", Type.INT, random.nextInt(2));
        List<Variable> results = new ArrayList<>();
        add(results, scope, "y", Type.DOUBLE, random.nextInt(100) < 12 ? 0 : 1 + random.nextInt(2));
        add(results, scope, "count", Type.INT, random.nextInt(100) < 15 ? 1 : 0);
        List<Callee> callable =
                callees.stream().filter(c -> !recursive || isSeparating(c)).toList();
        Calls calls = new Calls(scope, callable, parameters, recursive);
        Statements statements = new Statements(scope, calls, 3 + random.nextInt(6));
        if (!recursive && random.nextInt(100) < 20) {
            Optional<Expr> array = new Expressions(scope).row();
            if (array.isPresent()) {
                results.add(arrayResult(scope, statements, array.get()));
            }
        }
        List<Statement> body = body(name, parameters, results, scope, statements, calls, depth);
        int cost = statements.cost() * (recursive ? 3 : 1) + 1;
        List<Variable> groups = new ArrayList<>();
        parameters.forEach(p -> groups.add(scope.memory(p)));
        results.forEach(r -> groups.add(scope.memory(r)));
        Procedure procedure = new Procedure(name, parameters, results, Block.of(body));
        return new Callee(procedure, cost, statements.stores(), groups, depth);
    }

    private static boolean isSeparating(Callee callee) {
        return new HashSet<>(callee.groups()).size() == callee.groups().size();
    }

    private Variable arrayResult(Scope scope, Statements statements, Expr array) {
        Variable result = scope.declare("found", Scope.DOUBLES);
        if (random.nextInt(100) < 50) {
            statements.emit(new Statement.Allocate(result, List.of(Expr.constant(columns))));
        } else {
            scope.share(result, array);
            statements.emit(new Assign(result, array));
        }
        return result;
    }

    private List<Statement> body(
            String name,
            List<Variable> parameters,
            List<Variable> results,
            Scope scope,
            Statements statements,
            Calls calls,
            int depth) {
        Expressions expressions = new Expressions(scope);
        for (Variable result : results) {
            if (result.type().isReal()) {
                statements.emit(new Assign(result, expressions.limited(1)));
            }
        }
        statements.fill(1 + random.nextInt(3));
        if (depth >= 0) {
            Callee self = new Callee(
                    new Procedure(name, parameters, results, Block.of()), 1, true, own(parameters, results), depth);
            Optional<Calls.Made> call =
                    calls.of(self, expressions, parameters.get(depth).minus(1));
            call.ifPresent(c -> statements.emit(
                    new If(parameters.get(depth).greaterThan(Expr.constant(0)), Block.of(c.statement()), Block.of())));
        }
        statements.fill(2 + random.nextInt(3));
        return statements.taken();
    }

    private static List<Variable> own(List<Variable> parameters, List<Variable> results) {
        List<Variable> all = new ArrayList<>(parameters);
        all.addAll(results);
        return all;
    }

    private void add(List<Variable> list, Scope scope, String name, Type type, int number) {
        for (int i = 0; i < number; i++) {
            boolean frozen = type.isArray() && random.nextInt(100) < 50;
            list.add(frozen ? scope.declareFrozen(name, type) : scope.declare(name, type));
        }
    }

    /** The entry procedure and the arguments it is run with. */
    private final class Entry {
        private final Scope scope;
        private final List<Variable> parameters = new ArrayList<>();
        private final List<Object> arguments = new ArrayList<>();
        private final List<Variable> independents = new ArrayList<>();
        private final Set<Variable> outputs = new HashSet<>();

        Entry(Scope scope) {
            this.scope = scope;
        }

        Procedure procedure() {
            declareParameters();
            chooseIndependents();
            Optional<Variable> output = output();
            List<Variable> results = new ArrayList<>();
            add(results, scope, "y", Type.DOUBLE, random.nextInt(100) < 75 ? 1 : 2);
            add(results, scope, "count", Type.INT, random.nextInt(100) < 10 ? 1 : 0);
            add(new ArrayList<>(), scope, "s", Type.DOUBLE, 1 + random.nextInt(3));
            Calls calls = new Calls(scope, callees, parameters, false);
            Statements statements = new Statements(scope, calls, 6 + random.nextInt(12));
            Expressions expressions = new Expressions(scope);
            statements.emit(new Assign(results.get(0), seenInput(independents.get(0))));
            statements.fill(5 + random.nextInt(8));
            output.ifPresent(o -> writeOutput(o, statements, expressions));
            for (Variable result : results) {
                if (result.type().isReal()) {
                    statements.emit(new Assign(result, result.plus(gathered(expressions))));
                }
            }
            return new Procedure("f", parameters, results, Block.of(statements.taken()));
        }

        private void declareParameters() {
            parameter("a", Type.DOUBLE, 70);
            parameter("b", Type.DOUBLE, 40);
            parameter("x", Scope.DOUBLES, 85);
            parameter("z", Scope.DOUBLES, 40);
            parameter("m", Scope.MATRIX, 40);
            parameter("q", Scope.FLOATS, 15);
            if (parameters.isEmpty()) {
                parameter("c", Type.DOUBLE, 100);
            }
            parameter("n", Type.INT, 40);
            parameter("big", Type.LONG, 10);
            parameter("order", Type.INTS, 15);
            parameter("flag", Type.BOOLEAN, 15);
        }

        private void parameter(String name, Type type, int percent) {
            if (random.nextInt(100) >= percent) {
                return;
            }
            boolean frozen = name.equals("n") || (type.isArray() && random.nextInt(100) < 50);
            parameters.add(frozen ? scope.declareFrozen(name, type) : scope.declare(name, type));
            arguments.add(Values.random(type, rows, columns + random.nextInt(2), random));
            if (type.equals(Scope.MATRIX)) {
                scope.note(Construct.MATRIX);
            }
        }

        private void chooseIndependents() {
            List<Variable> candidates = new ArrayList<>(parameters);
            candidates.removeIf(p -> !p.type().isDifferentiable());
            independents.add(candidates.remove(random.nextInt(candidates.size())));
            for (Variable candidate : candidates) {
                if (random.nextInt(100) < 65) {
                    independents.add(candidate);
                } else {
                    scope.note(Construct.INACTIVE_DATA);
                }
            }
        }

        /** An array that is only written; it is not shown to statements, so that none reads it. */
        private Optional<Variable> output() {
            if (random.nextInt(100) >= 12) {
                return Optional.empty();
            }
            scope.note(Construct.OUTPUT_ARRAY);
            Variable output = Variable.of("out", Scope.DOUBLES);
            parameters.add(output);
            arguments.add(Values.random(Scope.DOUBLES, rows, columns, random));
            outputs.add(output);
            return Optional.of(output);
        }

        private void writeOutput(Variable output, Statements statements, Expressions expressions) {
            for (int i = 0; i < columns; i++) {
                if (random.nextInt(100) < 80) {
                    Expr index = expressions.index(output, columns);
                    statements.emit(new Statement.Store(output, index, expressions.limited(2)));
                }
            }
        }

        private Expr seenInput(Variable independent) {
            Expr input = independent;
            while (input.type().isArray()) {
                input = input.at(0);
            }
            return input.times(input).times(0.3).plus(input);
        }

        private Expr gathered(Expressions expressions) {
            Expr sum = expressions.limited(1);
            List<Variable> reals = scope.all(Type.DOUBLE);
            for (int i = 0; i < 3; i++) {
                Variable real = reals.get(random.nextInt(reals.size()));
                sum = sum.plus(real.times(expressions.constant()));
            }
            Optional<Expr> row = expressions.row();
            return row.isPresent() ? sum.plus(row.get().at(random.nextInt(columns))) : sum;
        }
    }
}
