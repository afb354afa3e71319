/** Disengaged searches over HTTP. */
@NullMarked
package org.throughcare.notes.search.web;

import org.jspecify.annotations.NullMarked;
