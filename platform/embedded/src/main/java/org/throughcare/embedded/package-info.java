/** A document store and a message broker inside the JVM, for tests, the demo and a small installation that has no servers of its own. */
@NullMarked
package org.throughcare.embedded;

import org.jspecify.annotations.NullMarked;
