package org.cotangent.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
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
    private final Map<Procedure, Callee> written = new IdentityHashMap<>();

    private GeneratedClass(ClassName name) {
        this.name = name;
        this.type = TypeSpec.classBuilder(name)
                .addAnnotation(AnnotationSpec.builder(ClassName.get("org.cotangent.ad.runtime", "Generated"))
                        .addMember("value", "$S", GENERATOR)
                        .build())
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "all")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
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
        return new GeneratedClass(ClassName.get(packageName, simpleName));
    }

    /** Sets what the class is for, in Javadoc. */
    public GeneratedClass describe(String javadoc) {
        type.addJavadoc("$L\n", javadoc);
        return this;
    }

    /**
     * Adds a public method for the entry of a program, named after it, and private ones for the
     * procedures it calls. A procedure that two programs share is written once.
     *
     * @param javadoc of the public method
     */
    public GeneratedClass add(Program program, String javadoc) {
        Map<String, Callee> callees = callees(program);
        MethodWriter writer = new MethodWriter(sites, callees::get);
        for (Procedure procedure : program.procedures()) {
            Callee callee = callees.get(procedure.name());
            if (written.putIfAbsent(procedure, callee) == null) {
                boolean entry = procedure == program.entry();
                MethodSpec.Builder method = writer.write(callee);
                type.addMethod(
                        entry
                                ? published(method, javadoc)
                                : method.addModifiers(Modifier.PRIVATE).build());
            }
        }
        return this;
    }

    private static MethodSpec published(MethodSpec.Builder method, String javadoc) {
        return method.addModifiers(Modifier.PUBLIC).addJavadoc("$L\n", javadoc).build();
    }

    private Map<String, Callee> callees(Program program) {
        Set<String> needing = WorkspaceNeed.of(program);
        Map<String, Callee> callees = new HashMap<>();
        for (Procedure procedure : program.procedures()) {
            Callee known = written.get(procedure);
            callees.put(procedure.name(), known != null ? known : callee(procedure, needing));
        }
        return callees;
    }

    private Callee callee(Procedure procedure, Set<String> needing) {
        String wanted = Names.legal(procedure.name());
        String method = wanted;
        for (int i = 2; !methods.add(method); i++) {
            method = wanted + i;
        }
        return new Callee(Reachability.of(procedure), method, needing.contains(procedure.name()));
    }

    /** The class as a file, for writers that know where it belongs. */
    public JavaFile file() {
        return JavaFile.builder(name.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    /** The text of the class. */
    public String source() {
        return file().toString();
    }
}
