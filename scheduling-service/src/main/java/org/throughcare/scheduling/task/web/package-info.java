/** Tasks over HTTP, and their wiring. */
@NullMarked
package org.throughcare.scheduling.task.web;

import org.jspecify.annotations.NullMarked;
