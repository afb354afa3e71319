/** Custody records over HTTP. */
@NullMarked
package org.throughcare.participant.custody.web;

import org.jspecify.annotations.NullMarked;
