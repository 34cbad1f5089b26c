package io.switchlog.simulation.planted;

/**
 * A mistake and the method that it is made in.
 *
 * @param type the class of the method
 * @param parameters how many the method has
 * @param mistake name of the class with the advice
 */
record Plant(String type, String method, int parameters, String mistake) {}
