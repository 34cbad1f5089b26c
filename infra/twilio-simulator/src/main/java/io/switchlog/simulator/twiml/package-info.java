/** TwiML as a document of verbs, read securely from XML. */
@NullMarked
package io.switchlog.simulator.twiml;

import org.jspecify.annotations.NullMarked;
