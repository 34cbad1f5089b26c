package io.switchlog.contract;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds records that came from JSON to what their types promise: a component is there unless it is {@code @Nullable}. */
final class RequiredFields {

    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .peek(component -> component.getAccessor().setAccessible(true))
                    .toList();
        }
    };

    private RequiredFields() {}

    /**
     * Returns the record as it is, once all that is required is there, in nested records too.
     *
     * @throws MalformedRecordException naming the first field that is missing
     */
    static <T> T check(@Nullable T record, String path) {
        if (record == null) {
            throw new MalformedRecordException(path + ": missing");
        }
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object value = value(record, component);
            if (value instanceof Record nested) {
                check(nested, name);
            } else if (value instanceof List<?> elements) {
                for (int i = 0; i < elements.size(); i++) {
                    checkElement(elements.get(i), name + "[" + i + "]");
                }
            } else if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new MalformedRecordException(name + ": missing");
            }
        }
        return record;
    }

    private static void checkElement(@Nullable Object element, String name) {
        if (element == null || element instanceof Record) {
            check(element, name);
        }
    }

    private static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor cannot fail", e);
        }
    }
}
