package io.switchlog.simulation.planted;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Loads all of Switchlog's classes anew, one of them with a bug in it. */
final class PlantingClassLoader extends ClassLoader {

    private static final String OURS = "io.switchlog.";

    private final Plant plant;

    PlantingClassLoader(Plant plant) {
        super(PlantingClassLoader.class.getClassLoader());
        this.plant = plant;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = name.equals(plant.type()) ? planted() : original(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] planted() {
        ClassFileLocator classFiles = ClassFileLocator.ForClassLoader.of(getParent());
        TypePool types = TypePool.Default.of(classFiles);
        TypeDescription target = types.describe(plant.type()).resolve();
        ElementMatcher<MethodDescription> method = named(plant.method()).and(takesArguments(plant.parameters()));
        int found = target.getDeclaredMethods().filter(method).size();
        if (found != 1) {
            throw new IllegalStateException(plant.type() + " has " + found + " methods " + plant.method() + " with "
                    + plant.parameters() + " parameters; plant the bug where that rule stands now");
        }
        TypeDescription mistake = types.describe(plant.mistake()).resolve();
        return new ByteBuddy()
                .redefine(target, classFiles)
                .visit(Advice.to(mistake, classFiles).on(method))
                .make()
                .getBytes();
    }
}
