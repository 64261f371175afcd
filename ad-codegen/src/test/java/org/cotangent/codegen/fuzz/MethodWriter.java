package org.cotangent.codegen.fuzz;

/** The parts that write one method together. */
final class MethodWriter {

    final Scope scope;
    final Surroundings surroundings;
    final MathCalls math;
    final Reals reals = new Reals(this);
    final Floats floats = new Floats(this);
    final Integers integers = new Integers(this);
    final Conditions conditions = new Conditions(this);
    final ArrayTerms arrays = new ArrayTerms(this);
    final RecordTerms records = new RecordTerms(this);
    final Switches switches = new Switches(this);
    final HelperCalls calls = new HelperCalls(this);
    final Jumps jumps = new Jumps(this);
    final Statements statements = new Statements(this);
    final Assignments assignments = new Assignments(this);
    final ArrayStatements arrayStatements = new ArrayStatements(this);
    final Loops loops = new Loops(this);
    final Branches branches = new Branches(this);

    MethodWriter(Scope scope, Surroundings surroundings) {
        this.scope = scope;
        this.surroundings = surroundings;
        this.math = new MathCalls(scope, surroundings.importsMath, surroundings.strictPercent);
    }
}
