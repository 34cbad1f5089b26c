/** A real Kafka and a real Postgres without anything to install: for the local run, and for the services' tests. */
@NullMarked
package io.switchlog.embedded;

import org.jspecify.annotations.NullMarked;
