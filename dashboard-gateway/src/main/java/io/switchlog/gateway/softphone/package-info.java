/** What an agent's browser needs to be a phone. */
@NullMarked
package io.switchlog.gateway.softphone;

import org.jspecify.annotations.NullMarked;
