/** Encryption of single fields and exact look-up of what is encrypted. */
@NullMarked
package org.throughcare.platform.cipher;

import org.jspecify.annotations.NullMarked;
