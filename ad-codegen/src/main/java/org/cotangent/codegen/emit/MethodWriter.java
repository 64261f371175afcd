package org.cotangent.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/** Writes one procedure as a static method. */
final class MethodWriter {

    private final Sites sites;
    private final Function<String, Callee> callees;

    private final Preparation preparation;
    private final ExternalMethods externals;

    /**
     * A writer of methods that call one another.
     *
     * @param preparation which arrays are taken from the workspace instead of being made
     */
    MethodWriter(Sites sites, Function<String, Callee> callees, Preparation preparation, ExternalMethods externals) {
        this.externals = externals;
        this.sites = sites;
        this.callees = callees;
        this.preparation = preparation;
    }

    MethodSpec.Builder write(Callee self) {
        Procedure procedure = self.procedure();
        Names names = self.numbered() ? Names.numbered() : Names.own();
        if (self.needsWorkspace()) {
            names.free("workspace");
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(self.method()).addModifiers(Modifier.STATIC);
        method.returns(self.returnType().map(Code::type).orElse(TypeName.VOID));
        for (Variable parameter : procedure.parameters()) {
            method.addParameter(Code.type(parameter.type()), names.declare(parameter));
        }
        if (self.needsWorkspace()) {
            method.addParameter(
                    ParameterSpec.builder(Code.WORKSPACE, "workspace").build());
        }
        Code code = new Code();
        Map<Site, String> tapes = tapes(procedure, names, code);
        new StatementPrinter(
                        code, names, Declarations.of(procedure), memory(procedure, tapes), self, callees, externals)
                .print(procedure.body());
        return method.addCode(code.build());
    }

    private Memory memory(Procedure procedure, Map<Site, String> tapes) {
        Map<Variable, Integer> arrays = new HashMap<>();
        for (Statement statement : procedure.body().statements()) {
            if (statement instanceof Statement.Allocate allocate
                    && preparation.scratch().contains(allocate.target())) {
                arrays.put(allocate.target(), sites.nextArray());
            }
        }
        Map<Statement.Allocate, Integer> reused = new IdentityHashMap<>();
        number(procedure.body(), reused);
        return new Memory(tapes, arrays, reused);
    }

    private void number(Statement statement, Map<Statement.Allocate, Integer> reused) {
        if (statement instanceof Statement.Allocate allocate
                && preparation.reused().contains(allocate)) {
            reused.put(allocate, sites.nextArray());
        }
        Blocks.of(statement).forEach(block -> block.statements().forEach(s -> number(s, reused)));
    }

    /** Fetches each tape once, so that loops find it in a local. */
    private Map<Site, String> tapes(Procedure procedure, Names names, Code code) {
        Map<Site, String> tapes = new LinkedHashMap<>();
        procedure.body().statements().forEach(s -> collect(s, names, tapes));
        tapes.forEach((site, name) -> {
            String accessor = Sites.Tape.of(site.type()).accessor();
            code.statement("$" + accessor + ":T " + name + " = workspace." + accessor + "(" + sites.number(site) + ")");
        });
        return tapes;
    }

    private static void collect(Statement statement, Names names, Map<Site, String> tapes) {
        if (statement instanceof Statement.Save save) {
            name(save.site(), names, tapes);
        } else if (statement instanceof Statement.Restore restore) {
            name(restore.site(), names, tapes);
        }
        Blocks.of(statement).forEach(block -> block.statements().forEach(s -> collect(s, names, tapes)));
    }

    private static void name(Site site, Names names, Map<Site, String> tapes) {
        if (!tapes.containsKey(site)) {
            tapes.put(site, ExpressionPrinter.escaped(names.free(site.name() + "Tape")));
        }
    }
}
