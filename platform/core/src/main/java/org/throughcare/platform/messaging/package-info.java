/** Events on their way: relay, envelope, topology, consumers, dead letters. */
@NullMarked
package org.throughcare.platform.messaging;

import org.jspecify.annotations.NullMarked;
