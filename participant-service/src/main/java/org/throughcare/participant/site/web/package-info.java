/** Sites over HTTP. */
@NullMarked
package org.throughcare.participant.site.web;

import org.jspecify.annotations.NullMarked;
