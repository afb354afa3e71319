/** Questions between services, and what the platform can be told. */
@NullMarked
package org.throughcare.platform.web;

import org.jspecify.annotations.NullMarked;
