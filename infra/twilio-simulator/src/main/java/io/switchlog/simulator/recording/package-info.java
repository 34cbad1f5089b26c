/** Voicemail recordings: their names and their media. */
@NullMarked
package io.switchlog.simulator.recording;

import org.jspecify.annotations.NullMarked;
