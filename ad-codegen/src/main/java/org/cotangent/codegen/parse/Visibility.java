package org.cotangent.codegen.parse;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a class of derivatives can name: it is in the package of the annotated method. */
final class Visibility {

    private final Elements elements;
    private final PackageElement home;

    Visibility(Elements elements, ExecutableElement annotated) {
        this.elements = elements;
        this.home = elements.getPackageOf(annotated);
    }

    /** Whether it can name a field or method. */
    boolean of(Element member) {
        boolean near = elements.getPackageOf(member).equals(home);
        if (!isVisible(member, near)) {
            return false;
        }
        for (Element type = member.getEnclosingElement();
                type instanceof TypeElement;
                type = type.getEnclosingElement()) {
            if (!isVisible(type, near)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(Element element, boolean near) {
        return near
                ? !element.getModifiers().contains(Modifier.PRIVATE)
                : element.getModifiers().contains(Modifier.PUBLIC);
    }
}
