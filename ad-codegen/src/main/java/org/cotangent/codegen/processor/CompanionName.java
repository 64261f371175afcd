package org.cotangent.codegen.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What the companion of a class is called, and how it speaks of that class.
 *
 * @param packageName of both, empty for the unnamed package
 * @param nested the name of the class inside its package, such as {@code Outer.Inner}
 * @param isPublic whether everybody sees the class
 * @param isPrivate whether the companion does not
 */
record CompanionName(String packageName, String nested, boolean isPublic, boolean isPrivate) {

    private static final String SUFFIX = "Derivatives";

    static CompanionName of(TypeElement type, Elements elements) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String qualified = type.getQualifiedName().toString();
        String nested = packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1);
        boolean isPublic = true;
        boolean isPrivate = false;
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            isPublic &= element.getModifiers().contains(Modifier.PUBLIC);
            isPrivate |= element.getModifiers().contains(Modifier.PRIVATE);
        }
        return new CompanionName(packageName, nested, isPublic, isPrivate);
    }

    String simpleName() {
        return nested.replace('.', '_') + SUFFIX;
    }

    String qualified() {
        return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
    }

    /** The class in Javadoc. */
    String reference() {
        return isPrivate ? "{@code " + nested + "}" : "{@link " + nested + "}";
    }

    /** A method in Javadoc; what cannot be linked to is named. */
    String reference(ExecutableElement method) {
        boolean hidden = isPrivate || method.getModifiers().contains(Modifier.PRIVATE);
        return hidden
                ? "{@code " + nested + "." + method.getSimpleName() + "}"
                : "{@link " + nested + "#" + method.getSimpleName() + "}";
    }

    /** Whether everybody sees a method of the class. */
    boolean isPublic(ExecutableElement method) {
        return isPublic && method.getModifiers().contains(Modifier.PUBLIC);
    }
}
