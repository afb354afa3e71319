/** Drop-ins over HTTP. */
@NullMarked
package org.throughcare.scheduling.dropin.web;

import org.jspecify.annotations.NullMarked;
