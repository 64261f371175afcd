package org.cotangent.codegen.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.util.Elements;

/**
 * Types of a user's package that are named like types of {@code java.lang}: inside the package, only imports
 * make these names mean the JDK's.
 */
final class ShadowedTypes {

    /** What generated code refers to by its simple name. */
    private static final List<String> NAMES = List.of(
            "Boolean",
            "Double",
            "Float",
            "IllegalArgumentException",
            "Integer",
            "Long",
            "Math",
            "Object",
            "Override",
            "String",
            "SuppressWarnings",
            "System");

    private ShadowedTypes() {}

    /** The text of a class in a package, with an import of each type that would be another one without. */
    static String imported(String source, String packageName, Elements elements) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        String imports = NAMES.stream()
                .filter(name -> elements.getTypeElement(prefix + name) != null)
                .map(name -> "import java.lang." + name + ";\n")
                .collect(Collectors.joining());
        int first = source.startsWith("import ") ? 0 : source.indexOf("\nimport ") + 1;
        return source.substring(0, first) + imports + source.substring(first);
    }
}
