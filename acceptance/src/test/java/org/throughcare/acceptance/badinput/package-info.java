/** What every route of every service answers to requests that are wrong. */
@NullMarked
package org.throughcare.acceptance.badinput;

import org.jspecify.annotations.NullMarked;
