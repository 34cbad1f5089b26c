package io.switchlog.bench.presence;

import io.switchlog.driver.Ports;
import io.switchlog.driver.Service;
import io.switchlog.driver.ServiceProcess;
import io.switchlog.driver.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Each service as a process of its own, as in production: what one of them keeps in memory can then be told from the others'. */
final class Services implements AutoCloseable {

    /** As docs/operating.md advises, and as much memory as {@code ./switchlog up} takes for all of them. */
    private static final List<String> JVM_OPTIONS = List.of("-Xmx1g", "-XX:+UseZGC");

    private final Stack foundation;
    private final ServiceProcess engine;
    private final ServiceProcess gateway;
    private final List<ServiceProcess> all;

    private Services(Path directory, Ports ports, List<String> moreOptions) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(moreOptions);
        String[] jvmOptions = options.toArray(String[]::new);
        foundation = new Stack(directory, ports, "--services=none", "--no-simulator");
        engine = new ServiceProcess(foundation, Service.ENGINE, ports.engine(), jvmOptions);
        gateway = new ServiceProcess(foundation, Service.GATEWAY, ports.gateway(), jvmOptions);
        all = List.of(
                engine,
                gateway,
                new ServiceProcess(foundation, Service.INGRESS, ports.ingress(), jvmOptions),
                new ServiceProcess(foundation, Service.PROJECTION, ports.projection(), jvmOptions));
    }

    static Services start(Path directory, Ports ports, List<String> jvmOptions) {
        Services services = new Services(directory, ports, jvmOptions);
        services.foundation.startFresh();
        services.all.forEach(ServiceProcess::start);
        services.all.forEach(ServiceProcess::awaitReady);
        return services;
    }

    ServiceProcess engine() {
        return engine;
    }

    ServiceProcess gateway() {
        return gateway;
    }

    @Override
    public void close() {
        all.forEach(ServiceProcess::close);
        foundation.close();
    }
}
