package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Foreign;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.RoutineLibrary;
import org.cotangent.ad.ir.Statement;

/** Methods without source whose derivatives a {@link RoutineLibrary} beside the processor tells. */
final class Routines {

    private final Elements elements;
    private final UnaryOperator<String> fresh;
    private final Map<External.Method, Foreign> known = new HashMap<>();
    private final Map<Program, String> entries = new IdentityHashMap<>();
    private final List<Procedure> procedures = new ArrayList<>();

    /** @param fresh gives a procedure that is taken in a name of its own */
    Routines(Elements elements, UnaryOperator<String> fresh) {
        this.elements = elements;
        this.fresh = fresh;
        ServiceLoader.load(RoutineLibrary.class, RoutineLibrary.class.getClassLoader())
                .forEach(library -> known.putAll(library.methods()));
    }

    /** Whether the derivatives of a method are told. */
    boolean has(ExecutableElement method) {
        return code(method).isPresent();
    }

    /** The call of such a method: of the routine itself where the method is no more than that. */
    Statement.Call call(ExecutableElement method, List<Variable> results, List<Expr> arguments) {
        Foreign code = code(method).orElseThrow();
        Optional<Statement.Call> single =
                code instanceof Program program ? program.single(results, arguments) : Optional.empty();
        return single.orElseGet(() -> new Statement.Call(results, callee(code), arguments));
    }

    private Optional<Foreign> code(ExecutableElement method) {
        External.Method name = new External.Method(
                elements.getBinaryName(Library.type(method)).toString(),
                method.getSimpleName().toString());
        return Optional.ofNullable(known.get(name));
    }

    /** Which arguments a method writes, by position, if its derivatives are told. */
    Optional<Set<Integer>> written(ExecutableElement method) {
        return code(method)
                .map(code -> code instanceof External external ? written(external) : written((Program) code));
    }

    private static Set<Integer> written(External external) {
        return IntStream.range(0, external.parameters().size())
                .filter(i -> external.parameters().get(i).access() != External.Access.READ)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<Integer> written(Program program) {
        Set<Expr> stored = new HashSet<>();
        Copying.walk(program.entry().body(), statement -> {
            if (statement instanceof Statement.Store store) {
                stored.add(store.array());
            } else if (statement instanceof Statement.Call call) {
                Set<Integer> places = call.callee() instanceof External external
                        ? written(external)
                        : written(Program.of(program.procedure(call.callee().name()), program.procedures()));
                places.forEach(i -> stored.add(call.arguments().get(i)));
            }
        });
        List<Variable> parameters = program.entry().parameters();
        return IntStream.range(0, parameters.size())
                .filter(i -> stored.contains(parameters.get(i)))
                .boxed()
                .collect(Collectors.toSet());
    }

    private Callee callee(Foreign code) {
        return code instanceof External external
                ? external
                : new Callee.Internal(entries.computeIfAbsent((Program) code, this::included));
    }

    private String included(Program program) {
        Program renamed = program.renamed(fresh);
        procedures.addAll(renamed.procedures());
        return renamed.entry().name();
    }

    /** The procedures of all programs that were found. */
    Collection<Procedure> procedures() {
        return procedures;
    }
}
