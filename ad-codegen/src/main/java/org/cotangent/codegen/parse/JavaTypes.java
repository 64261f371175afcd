package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.expr.Type;

/** Finds what programs can hold of a declared type. */
final class JavaTypes {

    private static final int MAX_RANK = 3;

    /** Records may hold records, but not without end. */
    private static final int MAX_DEPTH = 16;

    private JavaTypes() {}

    /** The type, or nothing if programs cannot hold it. */
    static Optional<JavaType> of(TypeMirror type) {
        return of(type, 0);
    }

    private static Optional<JavaType> of(TypeMirror type, int depth) {
        if (type.getKind() == TypeKind.DECLARED) {
            return ofRecord((TypeElement) ((DeclaredType) type).asElement(), depth);
        }
        return plain(type).map(plain -> plain);
    }

    /** A number, a boolean, or an array of them. */
    static Optional<JavaType.Plain> plain(TypeMirror type) {
        int rank = 0;
        TypeMirror component = type;
        while (component.getKind() == TypeKind.ARRAY) {
            component = ((ArrayType) component).getComponentType();
            rank++;
        }
        Optional<Type.Kind> kind = scalar(component.getKind());
        int found = rank;
        return rank > MAX_RANK ? Optional.empty() : kind.map(k -> new JavaType.Plain(k, found));
    }

    private static Optional<Type.Kind> scalar(TypeKind kind) {
        return switch (kind) {
            case DOUBLE -> Optional.of(Type.Kind.DOUBLE);
            case FLOAT -> Optional.of(Type.Kind.FLOAT);
            case LONG -> Optional.of(Type.Kind.LONG);
            case INT -> Optional.of(Type.Kind.INT);
            case BOOLEAN -> Optional.of(Type.Kind.BOOLEAN);
            default -> Optional.empty();
        };
    }

    private static Optional<JavaType> ofRecord(TypeElement element, int depth) {
        if (element.getKind() != ElementKind.RECORD
                || !element.getTypeParameters().isEmpty()
                || depth == MAX_DEPTH) {
            return Optional.empty();
        }
        List<JavaType.Field> fields = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            Optional<JavaType> type = of(component.asType(), depth + 1);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new JavaType.Field(component.getSimpleName().toString(), type.get()));
        }
        return Optional.of(new JavaType.OfRecord(element, fields));
    }

    /** What a declaration may be instead, for messages. */
    static String expected() {
        return "expected double, float, int, long, boolean, arrays of them with up to " + MAX_RANK
                + " dimensions, or records of these without type parameters";
    }
}
