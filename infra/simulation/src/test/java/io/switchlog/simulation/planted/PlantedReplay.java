package io.switchlog.simulation.planted;

/** Decides command logs again with a bug that shows in another JVM alone, and prints the hash of the events. */
public final class PlantedReplay {

    private PlantedReplay() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        System.out.println(new PlantingClassLoader(PlantedBug.ORDER_COMES_FROM_A_SET.plant())
                .loadClass("io.switchlog.simulation.CommandLogs")
                .getMethod("hashOfEvents", String.class)
                .invoke(null, args[0]));
    }
}
