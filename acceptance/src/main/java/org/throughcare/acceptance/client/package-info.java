/** The suite as its users meet it: signed-in people over HTTP, a partner on its queue. */
@NullMarked
package org.throughcare.acceptance.client;

import org.jspecify.annotations.NullMarked;
