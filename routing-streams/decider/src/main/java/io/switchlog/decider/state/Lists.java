package io.switchlog.decider.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Immutable lists of different elements, in the order in which things happened: equal histories give equal states on every machine. */
final class Lists {

    private Lists() {}

    static <T> List<T> plus(List<T> list, T element) {
        if (list.contains(element)) {
            return list;
        }
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return Collections.unmodifiableList(longer);
    }

    static <T> List<T> plusAll(List<T> list, List<T> elements) {
        List<T> longer = list;
        for (T element : elements) {
            longer = plus(longer, element);
        }
        return longer;
    }

    static <T> List<T> minus(List<T> list, T element) {
        if (!list.contains(element)) {
            return list;
        }
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(element);
        return Collections.unmodifiableList(shorter);
    }

    static <T, R> List<R> map(List<T> list, Function<T, R> change) {
        return list.stream().map(change).toList();
    }
}
