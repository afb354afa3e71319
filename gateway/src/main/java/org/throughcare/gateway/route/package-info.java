/** The way to the services: what is passed on, how long it may take, and what is said when a service is away. */
@NullMarked
package org.throughcare.gateway.route;

import org.jspecify.annotations.NullMarked;
