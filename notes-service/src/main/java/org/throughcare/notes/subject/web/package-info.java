/** Subject access over HTTP. */
@NullMarked
package org.throughcare.notes.subject.web;

import org.jspecify.annotations.NullMarked;
