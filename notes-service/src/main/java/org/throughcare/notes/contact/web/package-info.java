/** Contact compliance over HTTP. */
@NullMarked
package org.throughcare.notes.contact.web;

import org.jspecify.annotations.NullMarked;
