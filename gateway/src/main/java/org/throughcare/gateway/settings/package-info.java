/** What an operator can set. */
@NullMarked
package org.throughcare.gateway.settings;

import org.jspecify.annotations.NullMarked;
