/** Wires who may look into a worker's diary. */
@NullMarked
package org.throughcare.scheduling.worker.web;

import org.jspecify.annotations.NullMarked;
