package io.switchlog.simulator.api;

import io.switchlog.simulator.switches.Switches;
import java.util.List;

/**
 * All that the caller's phone shows.
 *
 * @param live how many callers are on the line, listed or not
 * @param calls the newest, newest first
 */
record PhoneView(long live, List<CallView> calls, List<DeviceView> devices, Switches switches) {}
