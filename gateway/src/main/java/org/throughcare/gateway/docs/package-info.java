/** One OpenAPI description of the whole suite. */
@NullMarked
package org.throughcare.gateway.docs;

import org.jspecify.annotations.NullMarked;
