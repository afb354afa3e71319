/** Who may look at, and set, what concerns one worker. */
@NullMarked
package org.throughcare.scheduling.worker;

import org.jspecify.annotations.NullMarked;
