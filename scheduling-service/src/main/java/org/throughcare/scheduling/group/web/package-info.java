/** Groups over HTTP, and their wiring. */
@NullMarked
package org.throughcare.scheduling.group.web;

import org.jspecify.annotations.NullMarked;
