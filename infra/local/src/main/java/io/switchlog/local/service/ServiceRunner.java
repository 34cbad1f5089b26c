package io.switchlog.local.service;

import java.io.Closeable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.BiFunction;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The one class of ours that is let into a service's class loader: it calls the service's own {@code main} and keeps hold
 * of the application context, so that the service can be closed in its turn and not by Boot's shutdown hook. Both sides
 * know it as a {@link BiFunction} of main class and arguments, since the JDK's types are all that they share.
 */
final class ServiceRunner implements BiFunction<String, String[], Closeable>, SpringApplicationRunListener {

    private @Nullable ConfigurableApplicationContext context;

    @Override
    public Closeable apply(String mainClass, String[] arguments) {
        // It would be set for the whole JVM, which takes one only; Tomcat needs it for unpacked .war files.
        TomcatURLStreamHandlerFactory.disable();
        SpringApplication.withHook(application -> this, () -> callMain(mainClass, arguments));
        if (context == null) {
            throw new IllegalStateException(mainClass + ".main has started no Spring application");
        }
        return context;
    }

    @Override
    public void ready(ConfigurableApplicationContext readyContext, @Nullable Duration timeTaken) {
        context = readyContext;
    }

    private void callMain(String mainClass, String[] arguments) {
        try {
            Method main =
                    Class.forName(mainClass, true, getClass().getClassLoader()).getMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) arguments);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(mainClass + " has no public static void main(String[])", failure);
        }
    }
}
