/** Field encryption under attack, and rotated keys. */
@NullMarked
package org.throughcare.platform.cipher;

import org.jspecify.annotations.NullMarked;
