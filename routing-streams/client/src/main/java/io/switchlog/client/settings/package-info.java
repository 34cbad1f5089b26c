/** Reading what differs between installations from the environment. */
@NullMarked
package io.switchlog.client.settings;

import org.jspecify.annotations.NullMarked;
