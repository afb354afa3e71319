/** The replay of a device's queue over HTTP. */
@NullMarked
package org.throughcare.notes.offline.web;

import org.jspecify.annotations.NullMarked;
