package io.switchlog.local.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A service that runs in this process as it would in one of its own: from its own jars and no others, under a class
 * loader whose parent is the JDK's. On one common class path Boot would configure each service for the libraries of all
 * (the gateway's security and database in ingress, say).
 *
 * <p>What services in one JVM still share is the JVM: system properties, the names of MBeans, the default time zone. So a
 * service is configured by arguments only.
 */
public final class IsolatedService implements Closeable {

    /** By its name: our own class loader has no Spring Boot and cannot load it. */
    private static final String RUNNER = "io.switchlog.local.service.ServiceRunner";

    private final Closeable application;

    private IsolatedService(Closeable application) {
        this.application = application;
    }

    /**
     * Calls the service's {@code main} and returns when its application context is ready.
     *
     * @param name of the service, which its class loader and hence stack traces bear
     * @throws ServiceFailedException if it does not come up, with the innermost reason
     */
    public static IsolatedService start(String name, ServiceJar jar, List<String> arguments)
            throws ServiceFailedException {
        Thread thread = Thread.currentThread();
        ClassLoader callersLoader = thread.getContextClassLoader();
        try {
            Loader loader = new Loader(name, jar.classPath());
            // Threads that the service starts inherit it, and libraries look for their parts there.
            thread.setContextClassLoader(loader);
            return new IsolatedService(loader.runner().apply(jar.mainClass(), arguments.toArray(String[]::new)));
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError failure) {
            throw new ServiceFailedException(name, failure);
        } finally {
            thread.setContextClassLoader(callersLoader);
        }
    }

    /** The class loader stays open: threads that end a moment later may still need a class. */
    @Override
    public void close() throws IOException {
        application.close();
    }

    private static final class Loader extends URLClassLoader {

        Loader(String name, List<Path> classPath) throws MalformedURLException {
            super(name, urls(classPath), ClassLoader.getPlatformClassLoader());
        }

        @SuppressWarnings("unchecked")
        BiFunction<String, String[], Closeable> runner() throws IOException, ReflectiveOperationException {
            Class<?> runner = define(RUNNER);
            var constructor = runner.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (BiFunction<String, String[], Closeable>) constructor.newInstance();
        }

        /** Defines a class of ours in this loader, where it meets the service's Spring Boot. */
        private Class<?> define(String name) throws IOException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = IsolatedService.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new IOException(file + " is not on the class path");
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        private static URL[] urls(List<Path> classPath) throws MalformedURLException {
            URL[] urls = new URL[classPath.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = classPath.get(i).toUri().toURL();
            }
            return urls;
        }
    }
}
