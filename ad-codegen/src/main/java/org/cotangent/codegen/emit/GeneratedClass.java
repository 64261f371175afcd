package org.cotangent.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;

/**
 * A Java class in the making: each program added becomes a static method, the procedures it calls
 * become private ones. The same programs give the same text, byte for byte.
 *
 * <p>The methods compute the bits that the interpreter computes. They take the procedure's
 * parameters and, if they keep values between statements or have several results, a {@code
 * Workspace} last; they give back the first scalar result and leave further ones in the
 * workspace's slots. They depend on nothing but the package {@code runtime}.
 */
public final class GeneratedClass {

    /** In the marker, instead of a date, which would make every build different. */
    private static final String GENERATOR = "org.cotangent.codegen";

    private final ClassName name;
    private final TypeSpec.Builder type;
    private final Sites sites = new Sites();
    private final Set<String> methods = new HashSet<>();
    private final Set<String> reserved = new HashSet<>();
    private final IdentityHashMap<Procedure, Written> written = new IdentityHashMap<>();
    private final ClassSize size = new ClassSize();
    private final LikeMethods likes = new LikeMethods();
    private Budget budget = Budget.standard();
    private ExternalMethods externals = (external, code) -> code.method(external);

    /** A procedure's method, and the procedures it relies on. */
    private record Written(Callee callee, Set<Procedure> callees) {}

    private GeneratedClass(ClassName name, List<Modifier> access) {
        this.name = name;
        this.type = TypeSpec.classBuilder(name)
                .addAnnotation(AnnotationSpec.builder(ClassName.get("org.cotangent.ad.runtime", "Generated"))
                        .addMember("value", "$S", GENERATOR)
                        .build())
                .addModifiers(access.toArray(Modifier[]::new))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /**
     * A class without methods.
     *
     * @param packageName empty for the unnamed package
     * @param simpleName a Java identifier
     */
    public static GeneratedClass named(String packageName, String simpleName) {
        return new GeneratedClass(ClassName.get(packageName, simpleName), List.of(Modifier.PUBLIC));
    }

    /** A class without methods that only its package sees. */
    static GeneratedClass ofPackage(String packageName, String simpleName) {
        return new GeneratedClass(ClassName.get(packageName, simpleName), List.of());
    }

    /** Sets what the class is for, in Javadoc. */
    public GeneratedClass describe(String javadoc) {
        type.addJavadoc("$L\n", javadoc);
        return this;
    }

    /** Sets how large methods and class may become; before anything is added. */
    public GeneratedClass within(Budget limits) {
        budget = limits;
        return this;
    }

    /**
     * Adds a public method for the entry of a program, named after it, and private ones for the
     * procedures it calls. A procedure that two programs share is written once.
     *
     * @param javadoc of the public method
     * @throws IllegalArgumentException if the class becomes larger than its budget
     */
    public GeneratedClass add(Program program, String javadoc) {
        write(program, List.of(Modifier.PUBLIC), callee -> javadoc);
        return this;
    }

    /** Adds a method and gives how it is called. */
    Callee write(Program program, List<Modifier> access, Function<Callee, String> javadoc) {
        Preparation preparation = Preparation.of(program, budget);
        Map<String, Callee> callees = callees(program, preparation);
        MethodWriter writer = new MethodWriter(sites, name -> Known.of(callees, name), preparation, externals);
        requireSize(program, preparation);
        for (Procedure procedure : program.procedures()) {
            if (!isWritten(procedure, program)) {
                for (Procedure part : Known.of(preparation.groups(), procedure.name())) {
                    if (Known.of(callees, part.name()).procedure() != part) {
                        continue;
                    }
                    boolean entry = part.name().equals(program.entry().name());
                    MethodSpec.Builder method = writer.write(Known.of(callees, part.name()));
                    type.addMethod(
                            entry
                                    ? documented(method, access, javadoc.apply(Known.of(callees, part.name())))
                                    : method.addModifiers(Modifier.PRIVATE).build());
                }
                written.put(procedure, new Written(Known.of(callees, procedure.name()), closure(procedure, program)));
            }
        }
        return Objects.requireNonNull(callees.get(program.entry().name()));
    }

    /** Fails before anything is written, as writing what is too large would take long. */
    private void requireSize(Program program, Preparation preparation) {
        for (Procedure procedure : program.procedures()) {
            if (!isWritten(procedure, program)) {
                for (Procedure part : Known.of(preparation.groups(), procedure.name())) {
                    size.add(part, preparation.numbered().contains(part.name()));
                }
            }
        }
        size.requireWithin(budget, name.toString());
    }

    private static MethodSpec documented(MethodSpec.Builder method, List<Modifier> access, String javadoc) {
        return method.addModifiers(access).addJavadoc("$L\n", javadoc).build();
    }

    /** Whether the procedure has a method that calls the very procedures it calls in this program. */
    private boolean isWritten(Procedure procedure, Program program) {
        Written known = written.get(procedure);
        return known != null && known.callees().equals(closure(procedure, program));
    }

    private static Set<Procedure> closure(Procedure procedure, Program program) {
        return Preparation.callees(procedure, program);
    }

    private Map<String, Callee> callees(Program program, Preparation preparation) {
        Set<String> needing = WorkspaceNeed.of(preparation);
        Map<String, Callee> callees = new HashMap<>();
        MethodWriter writer = new MethodWriter(sites, name -> Known.of(callees, name), preparation, externals);
        for (Procedure procedure : program.procedures()) {
            for (Procedure part : Known.of(preparation.groups(), procedure.name())) {
                boolean known = isWritten(procedure, program) && part.name().equals(procedure.name());
                callees.put(
                        part.name(),
                        known
                                ? Known.of(written, procedure).callee()
                                : callee(part, program.entry(), needing, preparation.numbered(), writer));
            }
        }
        return callees;
    }

    private Callee callee(
            Procedure procedure, Procedure entry, Set<String> needing, Set<String> numbered, MethodWriter writer) {
        boolean isEntry = procedure.name().equals(entry.name());
        Callee wanted = new Callee(
                procedure,
                isEntry ? reservedMethod(procedure.name()) : procedure.name(),
                needing.contains(procedure.name()),
                numbered.contains(procedure.name()));
        if (isEntry) {
            return wanted;
        }
        if (LikeMethods.isPossible(procedure)) {
            return likes.of(wanted, writer, () -> freeMethod(procedure.name()));
        }
        return wanted.named(freeMethod(procedure.name()));
    }

    /** Keeps names of methods for those that people call, whatever the helpers are called. */
    void reserve(Collection<String> names) {
        names.forEach(name -> reserved.add(Names.legal(name)));
    }

    /** The name of a method that people call, if it was kept and not taken since. */
    String reservedMethod(String wanted) {
        reserved.remove(Names.legal(wanted));
        return freeMethod(wanted);
    }

    /** Sets how code outside of the class is called; before anything is added. */
    void calling(ExternalMethods methods) {
        externals = methods;
    }

    /** The name of a method that no other has. */
    String freeMethod(String wanted) {
        String legal = Names.legal(wanted);
        String method = legal;
        for (int i = 2; reserved.contains(method) || !methods.add(method); i++) {
            method = legal + i;
        }
        return method;
    }

    /** Adds a method or class that is not a program. */
    void include(Consumer<TypeSpec.Builder> member) {
        member.accept(type);
    }

    /** The number of an array of the workspace that nobody else uses. */
    int nextArray() {
        return sites.nextArray();
    }

    ClassName name() {
        return name;
    }

    /** What was written but will run slowly, with the reason; empty if all is well. */
    public List<String> warnings() {
        return List.copyOf(size.warnings());
    }

    /** Most tools know "all"; javac wants each warning that it gives named. */
    private AnnotationSpec suppression() {
        AnnotationSpec.Builder suppression =
                AnnotationSpec.builder(SuppressWarnings.class).addMember("value", "$S", "all");
        return (size.dividesByZero() ? suppression.addMember("value", "$S", "divzero") : suppression).build();
    }

    /** The class as a file, for writers that know where it belongs. */
    public JavaFile file() {
        TypeSpec whole = type.build().toBuilder().addAnnotation(suppression()).build();
        return JavaFile.builder(name.packageName(), whole)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    /** The text of the class. */
    public String source() {
        return file().toString();
    }
}
