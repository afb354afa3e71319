/** HTTP in and out: commands, problem details, ETags. */
@NullMarked
package org.throughcare.platform.web;

import org.jspecify.annotations.NullMarked;
