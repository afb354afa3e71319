/** Subject access over HTTP. */
@NullMarked
package org.throughcare.scheduling.subject.web;

import org.jspecify.annotations.NullMarked;
