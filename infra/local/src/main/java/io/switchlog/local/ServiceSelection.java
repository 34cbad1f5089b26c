package io.switchlog.local;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which services a local run starts itself. The others are started beside it: one from an IDE with a debugger, or two of each
 * to see what happens when one dies.
 *
 * @param names as in {@code --services}
 */
record ServiceSelection(Set<String> names) {

    static final String ALL = "engine,ingress,gateway,projection";

    private static final String NONE = "none";

    ServiceSelection {
        names = Set.copyOf(names);
    }

    /** Those of the selection. */
    List<Service> among(List<Service> services) {
        return services.stream()
                .filter(service -> names.contains(service.name()))
                .toList();
    }

    /** Those that somebody else has to start. */
    List<Service> leftOutOf(List<Service> services) {
        return services.stream()
                .filter(service -> !names.contains(service.name()))
                .toList();
    }

    /** Reads the option's value. */
    static final class Converter implements ITypeConverter<ServiceSelection> {

        @Override
        public ServiceSelection convert(String value) {
            if (value.equals(NONE)) {
                return new ServiceSelection(Set.of());
            }
            Set<String> names = Stream.of(value.split(",")).map(String::strip).collect(Collectors.toSet());
            Set<String> unknown = new TreeSet<>(names);
            unknown.removeAll(Set.of(ALL.split(",")));
            if (!unknown.isEmpty()) {
                throw new TypeConversionException(
                        "there is no service " + unknown + "; expected some of " + ALL + ", or " + NONE);
            }
            return new ServiceSelection(names);
        }
    }
}
